using System.Buffers.Binary;

namespace Moderation.Detection;

/// <summary>
/// Reads the brightness of a JPEG (ITU-T T.81), sequential or progressive, with eight bits a sample. Colour is passed over,
/// so nothing is spent on it.
/// </summary>
internal sealed partial class JpegReader(byte[] file)
{
    // A picture needs about ten; a hostile one could ask for the same work without end.
    private const int MostScans = 64;
    private const int BlockSide = 8;
    private const int BlockSize = BlockSide * BlockSide;

    private static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    private readonly ushort[][] quantisers = new ushort[4][];
    private readonly HuffmanTable?[] tables = new HuffmanTable?[8];
    private Plane[] planes = [];
    private int width, height, restartEvery, scans;
    private bool isProgressive;
    private bool? isTransformed;

    /// <summary>One of the colours a picture is made of.</summary>
    private sealed class Plane(int id, int across, int down, int quantiser)
    {
        public int Id { get; } = id;

        public int Across { get; } = across;

        public int Down { get; } = down;

        public int Quantiser { get; } = quantiser;

        /// <summary>Blocks in a row, up to whole units of the picture.</summary>
        public int Stride { get; set; }

        public int Width { get; set; }

        public int Height { get; set; }

        public short[] Frequencies { get; set; } = [];

        public int LastSteady { get; set; }

        public HuffmanTable? Steady { get; set; }

        public HuffmanTable? Moving { get; set; }
    }

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    /// <exception cref="InvalidDataException">It is damaged, too large, or of a kind that is not read.</exception>
    public Luminance Read()
    {
        try
        {
            ReadSegments();
        }
        catch (Exception cut) when (cut is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("The JPEG is damaged.", cut);
        }

        if (planes is [] || scans == 0)
            throw new InvalidDataException("The JPEG has no picture.");

        return IsFullColour ? Mixed() : new(planes[0].Width, planes[0].Height, Points(planes[0]));
    }

    // Three planes are brightness and two of colour, unless the file says that they are red, green and blue.
    private bool IsFullColour => planes.Length == 3 && (isTransformed is false || planes.Select(x => x.Id).SequenceEqual("RGB".Select(x => (int)x)));

    private void ReadSegments()
    {
        var place = 2;
        while (place + 4 <= file.Length)
        {
            if (file[place] != 0xFF)
            {
                place++;
                continue;
            }

            var marker = file[place + 1];
            if (marker is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                place += marker is 0xFF ? 1 : 2;
                continue;
            }

            if (marker is 0xD9)
                return;

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(place + 2));
            var body = file.AsSpan(place + 4, length - 2);
            place += 2 + length;
            switch (marker)
            {
                case 0xDB: ReadQuantisers(body); break;
                case 0xC4: ReadTables(body); break;
                case 0xDD: restartEvery = BinaryPrimitives.ReadUInt16BigEndian(body); break;
                case 0xEE when body.Length >= 12 && body.StartsWith("Adobe"u8): isTransformed = body[11] != 0; break;
                case 0xC0 or 0xC1 or 0xC2: ReadFrame(body, marker is 0xC2); break;
                case 0xDA: place = ReadScan(body, place); break;
                case >= 0xC3 and <= 0xCF and not 0xC8 and not 0xCC: throw new InvalidDataException("The JPEG is of a kind that is not read.");
            }
        }
    }

    private void ReadQuantisers(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var (isWide, slot) = (body[0] >> 4 != 0, body[0] & 3);
            body = body[1..];
            quantisers[slot] = new ushort[BlockSize];
            for (var i = 0; i < BlockSize; i++)
                quantisers[slot][ZigZag[i]] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(body[(2 * i)..]) : body[i];
            body = body[(isWide ? 2 * BlockSize : BlockSize)..];
        }
    }

    private void ReadTables(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var slot = (body[0] >> 4 & 1) * 4 + (body[0] & 3);
            var counts = body.Slice(1, 16);
            var values = 0;
            foreach (var count in counts)
                values += count;
            tables[slot] = new(counts, body.Slice(17, values));
            body = body[(17 + values)..];
        }
    }

    private void ReadFrame(ReadOnlySpan<byte> body, bool progressive)
    {
        if (planes.Length > 0 || body[0] != 8 || body[5] is not (1 or 3))
            throw new InvalidDataException("The JPEG is of a kind that is not read.");

        isProgressive = progressive;
        (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
        Luminance.Room(width, height);
        var found = new Plane[body[5]];
        for (var i = 0; i < found.Length; i++)
            found[i] = new(body[6 + 3 * i], body[7 + 3 * i] >> 4, body[7 + 3 * i] & 15, body[8 + 3 * i] & 3);
        if (found.Any(x => x.Across is < 1 or > 4 || x.Down is < 1 or > 4))
            throw new InvalidDataException("The JPEG is damaged.");

        var (most, mostDown) = (found.Max(x => x.Across), found.Max(x => x.Down));
        foreach (var plane in found)
        {
            plane.Width = (width * plane.Across + most - 1) / most;
            plane.Height = (height * plane.Down + mostDown - 1) / mostDown;
            plane.Stride = Units(width, most) * plane.Across;
            plane.Frequencies = new short[plane.Stride * Units(height, mostDown) * plane.Down * BlockSize];
        }

        planes = found;
    }

    private static int Units(int length, int most) => (length + BlockSide * most - 1) / (BlockSide * most);
}
