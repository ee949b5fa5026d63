using System.Buffers.Binary;
using System.Globalization;

namespace Moderation.Content;

/// <summary>What a picture looks like, in 256 bits: pictures that look alike differ in few of them.</summary>
internal readonly record struct PdqHash
{
    /// <summary>Hexadecimal digits of one written out.</summary>
    public const int Digits = 64;

    /// <summary>Of one stored.</summary>
    public const int Bytes = 32;

    /// <summary>Up to this many bits apart, of 256, two pictures are taken for the same (ThreatExchange, PDQ).</summary>
    public const int MostApart = 31;

    public const int Words = 16;
    public const int BitsAWord = 16;

    // Half of the bits lie above the median by its meaning; where far from half do, most of the picture has one colour.
    private const int FewestSet = 64;

    private readonly UInt128 high;
    private readonly UInt128 low;

    public PdqHash(UInt128 high, UInt128 low) => (this.high, this.low) = (high, low);

    /// <summary>Whether it is that of a plain surface, which looks like every other.</summary>
    public bool SaysNothing => (int)(UInt128.PopCount(high) + UInt128.PopCount(low)) is < FewestSet or > 256 - FewestSet;

    /// <summary>The sixteen bits at a place, 0 for the lowest to 15.</summary>
    public ushort Word(int place) => (ushort)((place < 8 ? low : high) >> (place % 8 * BitsAWord));

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

    /// <summary>As it was stored: 32 bytes, the highest first.</summary>
    public static PdqHash Of(byte[] stored) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(stored), BinaryPrimitives.ReadUInt128BigEndian(stored.AsSpan(Bytes / 2)));

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(Bytes / 2), low);
        return bytes;
    }

    public override string ToString() => high.ToString("x32", CultureInfo.InvariantCulture) + low.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 Read(ReadOnlySpan<char> digits) => UInt128.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
