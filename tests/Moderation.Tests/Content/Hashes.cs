using Moderation.Content;

namespace Moderation.Tests.Content;

/// <summary>Hashes of pictures, made up.</summary>
internal static class Hashes
{
    public const string Photo = "9c66693969969393c3399c3c6cc6c6c69c66693969969393c3399c3c6cc6c6c6";

    /// <summary>The same with so many bits changed, spread evenly, so that no word keeps more than it must.</summary>
    public static string Changed(string hash, int bits) => string.Concat(Convert.FromHexString(hash)
        .Select((x, place) => (byte)(x ^ (place < bits ? 1 << place % 8 : 0))).Select(x => x.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    public static PdqHash Of(string hash) => PdqHash.TryParse(hash, out var read) ? read : throw new InvalidDataException(hash);

    public static PdqHash Made(Random chance)
    {
        var bytes = new byte[PdqHash.Bytes];
        chance.NextBytes(bytes);
        return PdqHash.Of(bytes);
    }

    /// <summary>Another with this many bits changed, anywhere.</summary>
    public static PdqHash Changed(PdqHash hash, int bits, Random chance)
    {
        var bytes = hash.ToBytes();
        foreach (var bit in Enumerable.Range(0, 256).OrderBy(_ => chance.Next()).Take(bits))
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        return PdqHash.Of(bytes);
    }
}
