namespace Moderation.Detection;

/// <summary>Codes of one to sixteen bits and the values they stand for (ITU-T T.81, annex C).</summary>
internal sealed class HuffmanTable
{
    private const int Longest = 16;

    private readonly byte[] values;
    private readonly int[] lastCode = new int[Longest + 1];
    private readonly int[] offset = new int[Longest + 1];

    /// <param name="counts">How many codes there are of each length, from one bit to sixteen.</param>
    /// <param name="of">The values, in the order of their codes.</param>
    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> of)
    {
        values = of.ToArray();
        var (code, place) = (0, 0);
        for (var length = 1; length <= Longest; length++)
        {
            offset[length] = place - code;
            code += counts[length - 1];
            place += counts[length - 1];
            lastCode[length] = counts[length - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    /// <exception cref="InvalidDataException">No code begins like this.</exception>
    public int Read(BitReader bits)
    {
        var code = 0;
        for (var length = 1; length <= Longest; length++)
        {
            code = code << 1 | bits.Bit();
            if (code <= lastCode[length] && code + offset[length] is >= 0 and var place && place < values.Length)
                return values[place];
        }

        throw new InvalidDataException("The JPEG is damaged.");
    }
}

/// <summary>The bits between two markers of a JPEG; after the last there are only zeros.</summary>
internal sealed class BitReader(byte[] file, int start)
{
    private int held;
    private int left;

    public int Place { get; private set; } = start;

    public int Bit()
    {
        if (left == 0)
        {
            held = 0;
            // FF is written as FF 00; followed by anything else it begins a marker.
            if (Place < file.Length && (file[Place] != 0xFF || Place + 1 < file.Length && file[Place + 1] == 0))
            {
                held = file[Place];
                Place += held == 0xFF ? 2 : 1;
            }

            left = 8;
        }

        return held >> --left & 1;
    }

    public int Bits(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
            value = value << 1 | Bit();
        return value;
    }

    /// <summary>A number that takes so many bits, whose first says whether it is positive.</summary>
    public int Signed(int count)
    {
        if (count == 0)
            return 0;

        var value = Bits(count);
        return value < 1 << count - 1 ? value - (1 << count) + 1 : value;
    }

    /// <summary>Goes on behind the next restart marker, if one stands here.</summary>
    public void Restart()
    {
        left = 0;
        if (Place + 1 < file.Length && file[Place] == 0xFF && file[Place + 1] is >= 0xD0 and <= 0xD7)
            Place += 2;
    }
}
