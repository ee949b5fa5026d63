using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Content;

/// <summary>
/// By what a revision is found among millions that say or show nearly the same: a few numbers of which two revisions are likely to
/// share one when at least <see cref="Likeness.NearlyTheSame"/> of their three-letter runs are the same. Who finds, compares.
/// </summary>
internal static class Sketch
{
    /// <summary>Of the way in which the numbers are made; a revision sketched in another way is sketched again.</summary>
    public const int Way = 2;

    /// <summary>In letters: a shorter text is found only by one that is the same.</summary>
    public const int ShortText = 24;

    /// <summary>Pictures beyond this many are not looked for.</summary>
    public const int MaxMedia = 10;

    // Ten bands of four: 99.5 % of texts that are 0.8 alike share one, 12 % of those that are 0.33 alike.
    private const int Bands = 10;
    private const int Rows = 4;

    // Hosts that number the pictures of each item from one give the same short names to different pictures.
    private const int ShortestMediaId = 8;

    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, Bands * Rows).Select(x => Mix((ulong)x))];

    public static IReadOnlySet<long> Of(string? text, IEnumerable<MediaItem> media) => KeysOf(text).Concat(MediaOf(media)).ToHashSet();

    /// <summary>Each picture that is known by more than a number.</summary>
    public static IEnumerable<long> MediaOf(IEnumerable<MediaItem> media) => media.Take(MaxMedia).Select(NameOf).OfType<string>().Select(Key);

    private static IEnumerable<long> KeysOf(string? text)
    {
        var plain = Likeness.Plain(PlainText.WithoutTags(text ?? ""));
        if (plain.Length == 0)
            yield break;

        yield return Key($"text:{plain}");
        if (plain.Length < ShortText)
            yield break;

        var least = Least(Likeness.Runs(plain));
        for (var band = 0; band < Bands; band++)
            yield return (long)least.AsSpan(band * Rows, Rows).ToArray().Aggregate(Seeds[band], (all, one) => Mix(all ^ one));
    }

    // The same share of runs in common is the chance that the least of them is in common.
    private static ulong[] Least(IEnumerable<ulong> runs)
    {
        var least = new ulong[Seeds.Length];
        Array.Fill(least, ulong.MaxValue);
        foreach (var run in runs.Select(Mix))
            for (var i = 0; i < least.Length; i++)
                least[i] = Math.Min(least[i], Mix(run ^ Seeds[i]));

        return least;
    }

    /// <summary>By which all that show this very picture are found.</summary>
    public static long KeyOf(PdqHash hash) => Key(NameOf(hash));

    private static string NameOf(PdqHash hash) => $"pdq:{hash}";

    private static string? NameOf(MediaItem item) =>
        item.PdqHash is not null ? Pictures.HashOf(item) is { } hash ? NameOf(hash) : null
        : item.Id.Length >= ShortestMediaId ? $"media:{item.Kind}:{item.Width}:{item.Height}:{item.DurationMs}:{item.Id}"
        : null;

    private static long Key(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    // splitmix64: https://prng.di.unimi.it/splitmix64.c
    private static ulong Mix(ulong x)
    {
        x += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
