using System.Buffers.Binary;
using System.IO.Compression;

namespace Moderation.Detection;

/// <summary>Reads a PNG of any kind (ISO/IEC 15948) as luminance, over white where it can be seen through.</summary>
internal sealed class PngReader(byte[] file)
{
    private const int HeaderLength = 13;
    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // Adam7: where each pass begins and how far its points lie apart.
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private int width, height, depth;
    private Colour colour;
    private bool isInterlaced;
    private byte[] palette = [];
    private byte[] paletteAlpha = [];

    private enum Colour
    {
        Grey = 0,
        Full = 2,
        Palette = 3,
        GreyAlpha = 4,
        FullAlpha = 6,
    }

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <exception cref="InvalidDataException">It is damaged, empty or too large.</exception>
    public Luminance Read()
    {
        using var data = new MemoryStream();
        var place = Signature.Length;
        while (place + ChunkFrame <= file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(place));
            if (length < 0 || length > file.Length - place - ChunkFrame)
                break;

            var kind = file.AsSpan(place + 4, 4);
            var body = file.AsSpan(place + 8, length);
            if (kind.SequenceEqual("IHDR"u8))
                ReadHeader(body);
            else if (kind.SequenceEqual("PLTE"u8))
                palette = body.ToArray();
            else if (kind.SequenceEqual("tRNS"u8))
                paletteAlpha = body.ToArray();
            else if (kind.SequenceEqual("IDAT"u8))
                data.Write(body);
            place += length + ChunkFrame;
        }

        var points = Luminance.Room(width, height);
        data.Position = 0;
        try
        {
            using var lines = new BufferedStream(new ZLibStream(data, CompressionMode.Decompress));
            foreach (var pass in isInterlaced ? Passes : [(0, 0, 1, 1)])
                ReadPass(lines, points, pass);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The PNG ends too soon.", cut);
        }

        return new(width, height, points);
    }

    private int Channels => colour switch
    {
        Colour.Grey or Colour.Palette => 1,
        Colour.GreyAlpha => 2,
        Colour.Full => 3,
        _ => 4,
    };

    private void ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderLength)
            throw new InvalidDataException("The PNG has no header.");

        (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        (depth, colour, isInterlaced) = (header[8], (Colour)header[9], header[12] == 1);
        if (depth is not (1 or 2 or 4 or 8 or 16) || !Enum.IsDefined(colour) || depth < 8 && Channels > 1)
            throw new InvalidDataException("The PNG is of a kind that does not exist.");
    }

    private void ReadPass(Stream lines, float[] points, (int X, int Y, int StepX, int StepY) pass)
    {
        var across = (width - pass.X + pass.StepX - 1) / pass.StepX;
        var down = (height - pass.Y + pass.StepY - 1) / pass.StepY;
        if (across <= 0 || down <= 0)
            return;

        var (line, before) = (new byte[((long)across * Channels * depth + 7) / 8], new byte[((long)across * Channels * depth + 7) / 8]);
        for (var row = 0; row < down; row++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(line);
            Restore(filter, line, before, Math.Max(1, Channels * depth / 8));
            for (var column = 0; column < across; column++)
                points[(pass.Y + row * pass.StepY) * width + pass.X + column * pass.StepX] = Brightness(line, column);
            (line, before) = (before, line);
        }
    }

    private static void Restore(int filter, byte[] line, byte[] above, int back)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int left = i < back ? 0 : line[i - back], up = above[i], upLeft = i < back ? 0 : above[i - back];
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, upLeft),
                _ => throw new InvalidDataException("A line of the PNG is damaged."),
            });
        }
    }

    // Paeth: of the three neighbours the one that their sum and difference comes nearest to.
    private static int Nearest(int left, int up, int upLeft)
    {
        var guess = left + up - upLeft;
        var (toLeft, toUp, toUpLeft) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - upLeft));
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }

    private float Brightness(byte[] line, int column)
    {
        const float white = 255;
        var first = column * Channels;
        if (colour is Colour.Palette)
        {
            var entry = (int)Sample(line, first, isIndex: true);
            if (entry * 3 + 2 >= palette.Length)
                throw new InvalidDataException("The PNG names a colour that it has not.");
            var opacity = entry < paletteAlpha.Length ? paletteAlpha[entry] / white : 1;
            return white + (Luminance.Of(palette[entry * 3], palette[entry * 3 + 1], palette[entry * 3 + 2]) - white) * opacity;
        }

        var bright = Channels < 3 ? Sample(line, first) : Luminance.Of(Sample(line, first), Sample(line, first + 1), Sample(line, first + 2));
        return Channels % 2 == 1 ? bright : white + (bright - white) * Sample(line, first + Channels - 1) / white;
    }

    private float Sample(byte[] line, int place, bool isIndex = false)
    {
        if (depth >= 8)
            return line[place * depth / 8];

        var value = line[place * depth / 8] >> (8 - depth - place * depth % 8) & (1 << depth) - 1;
        return isIndex ? value : value * 255f / ((1 << depth) - 1);
    }
}
