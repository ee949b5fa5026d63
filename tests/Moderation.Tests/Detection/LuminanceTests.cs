using System.Buffers.Binary;
using System.IO.Compression;
using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class LuminanceTests
{
    // What JPEG loses of a smooth picture at this quality.
    private const float Lost = 6;

    [Theory]
    [InlineData(SmallPictures.Progressive)]
    [InlineData(SmallPictures.ProgressiveGrey)]
    [InlineData(SmallPictures.WithRestarts)]
    [InlineData(SmallPictures.RedGreenBlue)]
    public void A_JPEG_of_any_kind_is_as_bright_as_the_picture(string file)
    {
        var picture = Luminance.Read(Convert.FromBase64String(file));

        Assert.Equal((SmallPictures.Width, SmallPictures.Height), (picture.Width, picture.Height));
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                Assert.InRange(picture.Points[y * picture.Width + x] - Luminance.Of(6 * x, 9 * y, 3 * (x + y)), -Lost, Lost);
    }

    [Theory]
    [InlineData(0, 1), InlineData(0, 2), InlineData(0, 4), InlineData(0, 8), InlineData(0, 16)]
    [InlineData(2, 8), InlineData(2, 16), InlineData(4, 8), InlineData(6, 8), InlineData(6, 16)]
    [InlineData(3, 1), InlineData(3, 2), InlineData(3, 4), InlineData(3, 8)]
    public void A_PNG_of_any_kind_is_as_bright_as_the_picture(int colour, int depth)
    {
        foreach (var isInterlaced in new[] { false, true })
            foreach (var (width, height) in new[] { (1, 1), (3, 2), (9, 5), (17, 11) })
            {
                var picture = Luminance.Read(Png.Write(width, height, colour, depth, isInterlaced));
                for (var y = 0; y < height; y++)
                    for (var x = 0; x < width; x++)
                        Assert.Equal(Png.Brightness(x, y, colour, depth), picture.Points[y * width + x], 1f);
            }
    }

    [Fact]
    public void What_is_no_picture_is_refused_in_words()
    {
        foreach (var file in new byte[][] { [], [0xFF, 0xD8, 0xFF], "GIF89a"u8.ToArray(), "<svg/>"u8.ToArray(), Png.Write(3, 2, 2, 8, false)[..40], Convert.FromBase64String(SmallPictures.Progressive)[..100] })
            Assert.Throws<InvalidDataException>(() => Luminance.Read(file));
    }

    [Fact]
    public void A_picture_that_claims_to_be_huge_is_refused_before_room_is_made_for_it()
    {
        var png = Png.Write(3, 2, 2, 8, false);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        Assert.Throws<InvalidDataException>(() => Luminance.Read(png));

        var jpeg = Convert.FromBase64String(SmallPictures.WithRestarts);
        var frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        jpeg.AsSpan(frame + 5, 4).Fill(0xFF);
        Assert.Throws<InvalidDataException>(() => Luminance.Read(jpeg));
    }

    [Fact]
    public void Damage_never_does_worse_than_being_refused()
    {
        var chance = new Random(20_260_101);
        foreach (var whole in new[] { SmallPictures.Progressive, SmallPictures.WithRestarts, SmallPictures.RedGreenBlue }.Select(Convert.FromBase64String).Append(Png.Write(17, 11, 6, 8, true)))
            for (var i = 0; i < 300; i++)
            {
                var file = whole[..(i % 3 == 0 ? chance.Next(4, whole.Length) : whole.Length)];
                for (var hits = chance.Next(1, 6); hits > 0; hits--)
                    file[chance.Next(3, file.Length)] = (byte)chance.Next(256);
                try
                {
                    Assert.All(Luminance.Read(file).Points, x => Assert.InRange(x, 0, 255));
                }
                catch (InvalidDataException)
                {
                    // Said so.
                }
            }
    }

    /// <summary>Writes pictures whose points are known, each line with another filter.</summary>
    private static class Png
    {
        private static readonly byte[] Palette = [.. Enumerable.Range(0, 256).SelectMany(x => new[] { (byte)(x * 7), (byte)(x * 13), (byte)(x * 29) })];

        public static float Brightness(int x, int y, int colour, int depth)
        {
            float Sample(int channel) => Value(x, y, channel, depth) * 255f / ((1 << depth) - 1);
            if (colour == 3)
                return Value(x, y, 0, depth) * 3 is var at ? Luminance.Of(Palette[at], Palette[at + 1], Palette[at + 2]) : 0;

            var bright = colour is 0 or 4 ? Sample(0) : Luminance.Of(Sample(0), Sample(1), Sample(2));
            return colour is 4 ? 255 + (bright - 255) * Sample(1) / 255 : colour is 6 ? 255 + (bright - 255) * Sample(3) / 255 : bright;
        }

        public static byte[] Write(int width, int height, int colour, int depth, bool isInterlaced)
        {
            var channels = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
            using var lines = new MemoryStream();
            using (var packed = new ZLibStream(lines, CompressionLevel.Fastest, leaveOpen: true))
                foreach (var (startX, startY, stepX, stepY) in isInterlaced ? new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) } : [(0, 0, 1, 1)])
                {
                    var across = (width - startX + stepX - 1) / stepX;
                    if (across <= 0)
                        continue;

                    var above = new byte[(across * channels * depth + 7) / 8];
                    var filter = 0;
                    for (var y = startY; y < height; y += stepY, filter = (filter + 1) % 5)
                    {
                        var line = new byte[above.Length];
                        for (var i = 0; i < across * channels; i++)
                            Put(line, i, Value(startX + i / channels * stepX, y, i % channels, depth), depth);
                        packed.WriteByte((byte)filter);
                        packed.Write(Filtered(line, above, filter, Math.Max(1, channels * depth / 8)));
                        above = line;
                    }
                }

            var header = new byte[13];
            BinaryPrimitives.WriteInt32BigEndian(header, width);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
            (header[8], header[9], header[12]) = ((byte)depth, (byte)colour, (byte)(isInterlaced ? 1 : 0));
            return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("PLTE"u8, colour == 3 ? Palette : []), .. Chunk("IDAT"u8, lines.ToArray()), .. Chunk("IEND"u8, [])];
        }

        private static int Value(int x, int y, int channel, int depth) => (x * 31 + y * 17 + channel * 57) * (depth == 16 ? 199 : 1) % (1 << depth);

        private static void Put(byte[] line, int place, int value, int depth)
        {
            if (depth == 16)
                BinaryPrimitives.WriteUInt16BigEndian(line.AsSpan(2 * place), (ushort)value);
            else
                line[place * depth / 8] |= (byte)(value << (8 - depth - place * depth % 8));
        }

        private static byte[] Filtered(byte[] line, byte[] above, int filter, int back) => [.. line.Select((x, i) =>
        {
            int left = i < back ? 0 : line[i - back], up = above[i], corner = i < back ? 0 : above[i - back];
            var guess = left + up - corner;
            var nearest = new[] { left, up, corner }.MinBy(y => Math.Abs(guess - y));
            return (byte)(x - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => nearest, _ => 0 });
        })];

        private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] body)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
            return [.. length, .. kind, .. body, 0, 0, 0, 0];
        }
    }
}
