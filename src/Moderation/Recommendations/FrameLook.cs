namespace Moderation.Recommendations;

/// <summary>
/// What stands still while the picture moves: borders of one colour, whatever it is, and a drawing that stays in its place. Whose drawing
/// that is cannot be seen. Where nothing moves, nothing can be told apart. Pure.
/// </summary>
internal sealed class FrameLook
{
    /// <summary>Where less of the picture moves, nothing is said.</summary>
    public const double LeastMotion = 0.1;

    /// <summary>Fewer frames say nothing.</summary>
    public const int FewestFrames = 4;

    /// <summary>A drawing is told from the picture where at least so much of the picture moves.</summary>
    public const double LeastMotionAround = 0.8;

    private const double Still = 5; // Of 255: what compression makes of a still colour; moving pictures have 12 and more.
    private const double Plain = 24; // As far from a band's own colour is still that colour.
    private const int Edge = 40;
    private const double MostlyStill = 0.97;
    private const double MostlyPlain = 0.5;
    private const int Blur = 3; // Lines where a border passes into the picture.
    private const int Speck = 4; // Pixels; less is noise.

    // Of where it is looked for: a mark of a twentieth of the width, in thin lines.
    private const double LeastDrawing = 0.0005;

    private readonly int width;
    private readonly int height;
    private readonly bool[] still;
    private readonly double[] mean;
    private readonly (int Left, int Top, int Right, int Bottom) inner;
    private readonly int innerSize;

    /// <param name="frames">One byte a pixel, row after row.</param>
    public FrameLook(int width, int height, IReadOnlyList<byte[]> frames)
    {
        (this.width, this.height) = (width, height);
        (still, mean) = (new bool[width * height], new double[width * height]);
        for (var i = 0; i < still.Length; i++)
        {
            double sum = 0, squares = 0;
            foreach (var frame in frames)
                (sum, squares) = (sum + frame[i], squares + frame[i] * frame[i]);
            mean[i] = sum / frames.Count;
            still[i] = Math.Sqrt(Math.Max(0, squares / frames.Count - mean[i] * mean[i])) < Still;
        }

        if (frames.Count < FewestFrames || 1 - still.Average(x => x ? 1.0 : 0) < LeastMotion)
            return;

        var (top, bottom, left, right) = (Rows(0, 1), Rows(height - 1, -1), Columns(0, 1), Columns(width - 1, -1));
        (inner, innerSize) = ((left, top, width - right, height - bottom), Math.Max(0, width - left - right) * Math.Max(0, height - top - bottom));
        BorderShare = 1 - (double)innerSize / (width * height);
        if (DrawnInBorders() >= LeastDrawing * (width * height - innerSize) && innerSize < width * height)
            HasDrawing = true;
        else if (innerSize > 0 && Picture().Average(x => still[x] ? 0.0 : 1) >= LeastMotionAround)
            HasDrawing = DrawnOverPicture() >= LeastDrawing * innerSize;
    }

    /// <summary>0 to 1; null where nothing can be told.</summary>
    public double? BorderShare { get; }

    /// <summary>Null where nothing can be told.</summary>
    public bool? HasDrawing { get; }

    private int Rows(int from, int step) => Band(height, i => Enumerable.Range(0, width).Select(x => (from + i * step) * width + x));

    private int Columns(int from, int step) => Band(width, i => Enumerable.Range(0, height).Select(y => y * width + from + i * step));

    // Lines from the edge on that stand still, as long as most of all of them is of one colour.
    private int Band(int lines, Func<int, IEnumerable<int>> line)
    {
        var count = 0;
        while (count < lines && line(count).Average(x => still[x] ? 1.0 : 0) >= MostlyStill)
            count++;
        if (count == 0 || count == lines)
            return 0;

        int[] band = [.. Enumerable.Range(0, count).SelectMany(line)];
        var colour = band.Select(x => mean[x]).Order().ElementAt(band.Length / 2);
        return band.Average(x => Math.Abs(mean[x] - colour) <= Plain ? 1.0 : 0) >= MostlyPlain ? count : 0;
    }

    private IEnumerable<int> Picture()
    {
        for (var y = inner.Top; y < inner.Bottom; y++)
            for (var x = inner.Left; x < inner.Right; x++)
                yield return y * width + x;
    }

    // Still pixels that differ sharply from still pixels beside them.
    private int DrawnInBorders()
    {
        var drawn = 0;
        for (var y = 1; y < height; y++)
            for (var x = 1; x < width; x++)
                if (y * width + x is var i && still[i] && IsInBorder(x, y) && (Differs(i, i - 1) || Differs(i, i - width)))
                    drawn++;
        return drawn;
    }

    private bool IsInBorder(int x, int y) => x < inner.Left - Blur || x > inner.Right + Blur || y < inner.Top - Blur || y > inner.Bottom + Blur;

    private bool Differs(int one, int other) => still[other] && Math.Abs(mean[one] - mean[other]) >= Edge;

    // Still patches with moving picture all around; what reaches the edge is more likely sky or ground.
    private int DrawnOverPicture()
    {
        var (seen, drawn) = (new HashSet<int>(), 0);
        foreach (var start in Picture().Where(x => still[x] && !seen.Contains(x)))
        {
            var (rest, size, reaches) = (new Stack<int>([start]), 0, false);
            seen.Add(start);
            while (rest.TryPop(out var at))
            {
                size++;
                foreach (var beside in Around(at))
                    if (beside < 0)
                        reaches = true;
                    else if (still[beside] && seen.Add(beside))
                        rest.Push(beside);
            }

            drawn += reaches || size < Speck ? 0 : size;
        }

        return drawn;
    }

    // The eight beside it; less than 0 beyond the picture.
    private IEnumerable<int> Around(int at)
    {
        for (var y = at / width - 1; y <= at / width + 1; y++)
            for (var x = at % width - 1; x <= at % width + 1; x++)
                yield return x < inner.Left || x >= inner.Right || y < inner.Top || y >= inner.Bottom ? -1 : y * width + x;
    }
}
