using System.Globalization;

namespace Moderation.Detection;

/// <summary>What a picture looks like, in 256 bits: pictures that look alike differ in few of them.</summary>
internal readonly record struct PdqHash
{
    /// <summary>Hexadecimal digits of one written out.</summary>
    public const int Digits = 64;

    /// <summary>Up to this many bits apart, of 256, two pictures are taken for the same (ThreatExchange, PDQ).</summary>
    public const int MostApart = 31;

    private readonly UInt128 high;
    private readonly UInt128 low;

    public PdqHash(UInt128 high, UInt128 low) => (this.high, this.low) = (high, low);

    /// <summary>The sixteen bits at a place, 0 for the lowest to 15.</summary>
    public ushort Word(int place) => (ushort)((place < 8 ? low : high) >> (place % 8 * 16));

    /// <summary>How many bits differ, 0 to 256.</summary>
    public int DistanceTo(PdqHash other) => (int)(UInt128.PopCount(high ^ other.high) + UInt128.PopCount(low ^ other.low));

    /// <summary>Reads 64 hexadecimal digits in either case; false for anything else.</summary>
    public static bool TryParse(string? text, out PdqHash hash)
    {
        hash = default;
        if (text is not { Length: Digits } || !text.All(char.IsAsciiHexDigit))
            return false;

        hash = new(Read(text.AsSpan(0, Digits / 2)), Read(text.AsSpan(Digits / 2)));
        return true;
    }

    public override string ToString() => high.ToString("x32", CultureInfo.InvariantCulture) + low.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Read(ReadOnlySpan<char> digits) => UInt128.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
