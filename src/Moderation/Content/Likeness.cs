namespace Moderation.Content;

/// <summary>Whether two revisions say nearly the same: the same media, and texts that differ by little.</summary>
internal static class Likeness
{
    /// <summary>Share of three-letter runs in common from which texts count as nearly the same, 0 to 1.</summary>
    public const double NearlyTheSame = 0.8;

    /// <summary>Longer texts are compared by this many characters of their beginning, and by how long they are.</summary>
    public const int Compared = 20_000;

    public static bool IsNear(ContentRevision one, ContentRevision other) =>
        one.Digest == other.Digest
        || HasSameMedia(one, other) && OfTexts(one.Text ?? "", other.Text ?? "") >= NearlyTheSame;

    /// <summary>0 for nothing in common to 1 for alike but for what <see cref="PlainText"/> takes away.</summary>
    public static double OfTexts(string one, string other) => Of(one, one.Length, other, other.Length, Plain);

    /// <summary>
    /// The same where no more is at hand than what is compared, and how long each is; and hashtags at the end do not count, by which
    /// copies are spread but which may break a rule that the rest does not.
    /// </summary>
    public static double OfCopies(string one, int length, string other, int otherLength) => Of(one, length, other, otherLength, x => Plain(PlainText.WithoutTags(x)));

    private static double Of(string one, int length, string other, int otherLength, Func<string, string> plain)
    {
        if (Math.Min(length, otherLength) < NearlyTheSame * NearlyTheSame * Math.Max(length, otherLength) - Compared)
            return 0;

        var (a, b) = (Runs(plain(one)), Runs(plain(other)));
        if (a.Count + b.Count == 0)
            return 1;

        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    /// <summary>What is compared of a text: all that says something, of a long one the beginning.</summary>
    public static string Plain(string text) => PlainText.Of(text.Length <= Compared ? text : text[..Compared]);

    /// <summary>Every three characters that follow each other, as one number.</summary>
    public static HashSet<ulong> Runs(string plain)
    {
        var runs = new HashSet<ulong>();
        for (var i = 0; i + 2 < plain.Length; i++)
            runs.Add((ulong)plain[i] << 32 | (ulong)plain[i + 1] << 16 | plain[i + 2]);
        if (plain.Length is 1 or 2)
            runs.Add((ulong)plain[0] << 16 | plain[^1]);

        return runs;
    }

    private static bool HasSameMedia(ContentRevision one, ContentRevision other) =>
        one.Media.Count == other.Media.Count && one.Media.Zip(other.Media).All(x => Pictures.AreAlike(x.First, x.Second));
}
