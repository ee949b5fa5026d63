using Moderation.Content;

namespace Moderation.Detection;

/// <summary>
/// The PDQ hash of a picture (ThreatExchange, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019):
/// smooth, shrink to 64 × 64, take the sixteen lowest frequencies each way, and say of each whether it is above the median.
/// </summary>
internal static class Pdq
{
    private const int Side = 64;
    private const int Frequencies = 16;
    private const int WindowsAcross = 2 * Side;
    private const int Smoothings = 2;

    private static readonly float[] Cosines = [.. from row in Enumerable.Range(1, Frequencies) from column in Enumerable.Range(0, Side)
        select (float)(Math.Sqrt(2.0 / Side) * Math.Cos(Math.PI / 2 / Side * row * (2 * column + 1)))];

    /// <param name="Quality">0 for a plain surface to 100; below 50 the hash says little.</param>
    public sealed record Answer(PdqHash Hash, int Quality);

    public static Answer Of(Luminance picture)
    {
        var small = Shrink(picture);
        return new(HashOf(Transform(small)), QualityOf(small));
    }

    private static float[] Shrink(Luminance picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (one, other) = ((float[])picture.Points.Clone(), new float[picture.Points.Length]);
        for (var pass = 0; pass < Smoothings; pass++)
        {
            for (var row = 0; row < height; row++)
                Average(one, other, row * width, width, 1, WindowFor(width));
            for (var column = 0; column < width; column++)
                Average(other, one, column, height, width, WindowFor(height));
        }

        var small = new float[Side * Side];
        for (var row = 0; row < Side; row++)
            for (var column = 0; column < Side; column++)
                small[row * Side + column] = one[(int)((row + 0.5) * height / Side) * width + (int)((column + 0.5) * width / Side)];

        return small;
    }

    private static int WindowFor(int length) => (length + WindowsAcross - 1) / WindowsAcross;

    // Each point becomes the mean of those in a window around it, which is cut off at the ends.
    private static void Average(float[] from, float[] to, int start, int length, int step, int window)
    {
        var ahead = (window + 2) / 2 - 1;
        var behind = window - ahead;
        var sum = 0f;
        var count = 0;
        for (var i = 0; i < Math.Min(ahead, length); i++, count++)
            sum += from[start + i * step];
        for (var i = 0; i < length; i++)
        {
            if (i + ahead < length)
            {
                sum += from[start + (i + ahead) * step];
                count++;
            }

            if (i - behind >= 0)
            {
                sum -= from[start + (i - behind) * step];
                count--;
            }

            to[start + i * step] = sum / count;
        }
    }

    private static float[] Transform(float[] small)
    {
        var half = new float[Frequencies * Side];
        for (var row = 0; row < Frequencies; row++)
            for (var column = 0; column < Side; column++)
            {
                var sum = 0f;
                for (var k = 0; k < Side; k++)
                    sum += Cosines[row * Side + k] * small[k * Side + column];
                half[row * Side + column] = sum;
            }

        var whole = new float[Frequencies * Frequencies];
        for (var row = 0; row < Frequencies; row++)
            for (var column = 0; column < Frequencies; column++)
            {
                var sum = 0f;
                for (var k = 0; k < Side; k++)
                    sum += half[row * Side + k] * Cosines[column * Side + k];
                whole[row * Frequencies + column] = sum;
            }

        return whole;
    }

    private static PdqHash HashOf(float[] frequencies)
    {
        var median = frequencies.Order().ElementAt((frequencies.Length - 1) / 2);
        var (high, low) = (UInt128.Zero, UInt128.Zero);
        for (var bit = 0; bit < frequencies.Length; bit++)
        {
            if (frequencies[bit] <= median)
                continue;

            if (bit < 128)
                low |= UInt128.One << bit;
            else
                high |= UInt128.One << (bit - 128);
        }

        return new(high, low);
    }

    // How much neighbours differ, in whole hundredths of the range, as the reference counts it.
    private static int QualityOf(float[] small)
    {
        const int perPoint = 90;
        var sum = 0;
        for (var row = 0; row < Side; row++)
            for (var column = 0; column < Side; column++)
            {
                var here = small[row * Side + column];
                if (row + 1 < Side)
                    sum += Math.Abs((int)((here - small[(row + 1) * Side + column]) * 100 / 255));
                if (column + 1 < Side)
                    sum += Math.Abs((int)((here - small[row * Side + column + 1]) * 100 / 255));
            }

        return Math.Min(sum / perPoint, 100);
    }
}
