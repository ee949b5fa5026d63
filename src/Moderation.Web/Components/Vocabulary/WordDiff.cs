using System.Text.RegularExpressions;

namespace Moderation.Web.Components.Vocabulary;

/// <summary>What changed between two texts, by words.</summary>
public static partial class WordDiff
{
    // The table grows with the product of both; beyond this a text counts as replaced.
    private const int MostCells = 4_000_000;

    public enum Kind
    {
        Same,
        Deleted,
        Inserted,
    }

    /// <summary>Pieces in reading order; together without the inserted they are <paramref name="before"/>, without the deleted <paramref name="after"/>.</summary>
    public static IReadOnlyList<(Kind Kind, string Text)> Of(string before, string after)
    {
        var a = Split(before);
        var b = Split(after);
        if ((long)a.Length * b.Length > MostCells)
            return [(Kind.Deleted, before), (Kind.Inserted, after)];

        return Join(Walk(a, b, Lengths(a, b)));
    }

    private static string[] Split(string text) => [.. Words().Matches(text).Select(x => x.Value)];

    private static int[,] Lengths(string[] a, string[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest;
    }

    private static IEnumerable<(Kind Kind, string Text)> Walk(string[] a, string[] b, int[,] longest)
    {
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return (Kind.Same, a[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && longest[i + 1, j] >= longest[i, j + 1]))
                yield return (Kind.Deleted, a[i++]);
            else
                yield return (Kind.Inserted, b[j++]);
        }
    }

    // White space between two changes belongs to both, so that a phrase is struck as one.
    private static List<(Kind Kind, string Text)> Join(IEnumerable<(Kind Kind, string Text)> words)
    {
        var pieces = new List<(Kind Kind, string Text)>();
        var (deleted, inserted, space) = ("", "", "");
        foreach (var (kind, text) in words)
        {
            if (kind is not Kind.Same)
            {
                deleted += space + (kind is Kind.Deleted ? text : "");
                inserted += space + (kind is Kind.Inserted ? text : "");
                space = "";
            }
            else if (deleted + inserted is not "" && space is "" && string.IsNullOrWhiteSpace(text))
                space = text;
            else
            {
                Flush();
                Add(Kind.Same, text);
            }
        }

        Flush();
        return pieces;

        void Flush()
        {
            var (shorter, alike) = (Math.Min(deleted.Length, inserted.Length), 0);
            while (alike < shorter && deleted[^(alike + 1)] == inserted[^(alike + 1)] && char.IsWhiteSpace(deleted[^(alike + 1)]))
                alike++;

            Add(Kind.Deleted, deleted[..^alike]);
            Add(Kind.Inserted, inserted[..^alike]);
            Add(Kind.Same, deleted[^alike..] + space);
            (deleted, inserted, space) = ("", "", "");
        }

        void Add(Kind kind, string text)
        {
            if (text is "")
                return;
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
                pieces[^1] = (kind, pieces[^1].Text + text);
            else
                pieces.Add((kind, text));
        }
    }

    // Scripts that write no spaces are compared by signs.
    [GeneratedRegex(@"\s+|[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\s\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")]
    private static partial Regex Words();
}
