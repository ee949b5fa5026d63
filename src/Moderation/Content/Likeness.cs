using System.Globalization;
using System.Text;

namespace Moderation.Content;

/// <summary>Whether two revisions say nearly the same: the same media, and texts that differ by little.</summary>
internal static class Likeness
{
    /// <summary>Share of three-letter runs in common from which texts count as nearly the same, 0 to 1.</summary>
    public const double NearlyTheSame = 0.8;

    public static bool IsNear(ContentRevision one, ContentRevision other) =>
        one.Digest == other.Digest
        || HasSameMedia(one, other) && OfTexts(one.Text ?? "", other.Text ?? "") >= NearlyTheSame;

    /// <summary>0 for nothing in common to 1 for alike but for case, accents, spaces and signs.</summary>
    public static double OfTexts(string one, string other)
    {
        var (a, b) = (Runs(Plain(one)), Runs(Plain(other)));
        return a.Count + b.Count == 0 ? 1 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    // Compatibility forms folded, marks, signs and white space left out, lower case.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
                plain.Append(Rune.ToLowerInvariant(rune));

        return plain.ToString();
    }

    // Half a surrogate pair cannot be normalised.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static HashSet<string> Runs(string plain) => plain.Length < 3
        ? plain.Length == 0 ? [] : [plain]
        : [.. Enumerable.Range(0, plain.Length - 2).Select(x => plain.Substring(x, 3))];

    private static bool HasSameMedia(ContentRevision one, ContentRevision other) =>
        one.Media.Select(x => x.PdqHash ?? x.Id).SequenceEqual(other.Media.Select(x => x.PdqHash ?? x.Id));
}
