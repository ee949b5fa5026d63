using System.Text.RegularExpressions;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>The words of a text that reports quote: between quotation marks, or the whole of what was written where that is in the text.</summary>
internal static partial class MatchedPhrases
{
    /// <summary>In characters; shorter ones match by chance.</summary>
    public const int Shortest = 4;

    public const int Most = 50;

    public static IReadOnlyList<TextMark> In(string? text, IEnumerable<string?> said)
    {
        var marks = new List<TextMark>();
        if (string.IsNullOrEmpty(text))
            return marks;

        foreach (var phrase in said.OfType<string>().SelectMany(Phrases).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(x => x.Length))
            for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0 && marks.Count < Most;
                at = text.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase))
                if (!marks.Exists(x => at < x.Start + x.Length && x.Start < at + phrase.Length))
                    marks.Add(new(at, phrase.Length));

        return [.. marks.OrderBy(x => x.Start)];
    }

    private static IEnumerable<string> Phrases(string said) => Quoted().Matches(said).Select(x => x.Groups[1].Value).Append(said)
        .Select(x => x.Trim(' ', '.', ',', '…', '\n', '\r', '\t')).Where(x => x.Length is >= Shortest and <= 400);

    [GeneratedRegex("[\"“”„«»]([^\"“”„«»]{4,400})[\"“”»«]", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Quoted();
}
