using System.Text;

namespace Moderation.Web.Media;

/// <summary>Which kinds of media are passed on, and whether bytes are what they are said to be. Never what a browser runs.</summary>
internal static class MediaTypes
{
    /// <summary>So many bytes of the beginning tell.</summary>
    public const int Beginning = 16;

    private static readonly Dictionary<string, Func<byte[], bool>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = x => Has(x, 0, [0xFF, 0xD8, 0xFF]),
        ["image/png"] = x => Has(x, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ["image/gif"] = x => Has(x, 0, "GIF87a") || Has(x, 0, "GIF89a"),
        ["image/webp"] = x => Has(x, 0, "RIFF") && Has(x, 8, "WEBP"),
        ["image/avif"] = x => Has(x, 4, "ftypavi") || Has(x, 4, "ftypmif1") || Has(x, 4, "ftypmsf1"),
        ["video/mp4"] = IsMp4,
        ["video/webm"] = IsMatroska,
    };

    public static bool Allows(string? type) => type is not null && (Known.ContainsKey(type) || IsAudio(type));

    /// <summary>Whether parts of it may be asked for: what is played, is wound forward.</summary>
    public static bool IsPlayed(string type) => !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    public static bool Fits(string type, byte[] beginning) =>
        Known.TryGetValue(type, out var fits) ? fits(beginning) : IsAudio(type) && IsSound(beginning);

    private static bool IsAudio(string type) => type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    private static bool IsMp4(byte[] x) => Has(x, 4, "ftyp") || Has(x, 4, "moov") || Has(x, 4, "mdat") || Has(x, 4, "free") || Has(x, 4, "skip") || Has(x, 4, "wide") || Has(x, 4, "styp");

    private static bool IsMatroska(byte[] x) => Has(x, 0, [0x1A, 0x45, 0xDF, 0xA3]);

    // MPEG audio frames begin with eleven ones.
    private static bool IsSound(byte[] x) =>
        Has(x, 0, "ID3") || Has(x, 0, "OggS") || Has(x, 0, "fLaC") || Has(x, 0, "RIFF") && Has(x, 8, "WAVE") || Has(x, 0, "FORM") || IsMp4(x) || IsMatroska(x)
        || x.Length > 1 && x[0] == 0xFF && (x[1] & 0xE0) == 0xE0;

    private static bool Has(byte[] bytes, int at, string text) => Has(bytes, at, Encoding.ASCII.GetBytes(text));

    private static bool Has(byte[] bytes, int at, byte[] part) => bytes.Length >= at + part.Length && bytes.AsSpan(at, part.Length).SequenceEqual(part);
}
