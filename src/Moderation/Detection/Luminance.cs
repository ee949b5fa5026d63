namespace Moderation.Detection;

/// <summary>A picture without its colours: how bright each point is, 0 to 255, row by row.</summary>
internal sealed class Luminance(int width, int height, float[] points)
{
    /// <summary>Points of the largest picture that is looked at; a larger one is refused before anything is set aside for it.</summary>
    public const int MostPoints = 64_000_000;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public float[] Points { get; } = points;

    // ITU-R BT.601, as JPEG has it.
    public static float Of(float red, float green, float blue) => 0.299f * red + 0.587f * green + 0.114f * blue;

    /// <summary>Reads a JPEG or PNG, told apart by how it begins.</summary>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or is of a kind that is not read.</exception>
    public static Luminance Read(ReadOnlySpan<byte> file) =>
        PngReader.IsPng(file) ? new PngReader(file.ToArray()).Read()
        : JpegReader.IsJpeg(file) ? new JpegReader(file.ToArray()).Read()
        : throw new InvalidDataException("This is neither JPEG nor PNG.");

    /// <summary>Room for a picture of this size.</summary>
    /// <exception cref="InvalidDataException">It has no points, or too many.</exception>
    public static float[] Room(int width, int height) => width > 0 && height > 0 && (long)width * height <= MostPoints
        ? new float[width * height]
        : throw new InvalidDataException("The picture is empty or too large.");
}
