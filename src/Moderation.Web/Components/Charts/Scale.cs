using System.Globalization;

namespace Moderation.Web.Components.Charts;

/// <summary>An axis that begins at zero and ends at a round number, and coordinates as svg takes them.</summary>
/// <param name="Step">Between two lines of the axis.</param>
/// <param name="Top">The last of them; no value is greater.</param>
internal sealed record Scale(double Step, double Top)
{
    private const int Lines = 3;

    /// <param name="most">The greatest value to be drawn.</param>
    /// <param name="least">The least step, for example 1 where halves are nothing.</param>
    public static Scale For(double most, double least)
    {
        var rough = Math.Max(most / Lines, least);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Math.Max(least, power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 when least < 1 || power >= 10 => 2.5, <= 5 => 5, _ => 10 });
        return new(step, step * Math.Max(1, Math.Ceiling(most / step - 1e-9)));
    }

    /// <summary>One whose step is one of these, as people count: minutes, hours, days.</summary>
    public static Scale For(double most, IReadOnlyList<double> steps)
    {
        var step = steps.FirstOrDefault(x => most / x <= Lines + 1, Math.Ceiling(most / Lines / steps[^1]) * steps[^1]);
        return new(step, step * Math.Max(1, Math.Ceiling(most / step - 1e-9)));
    }

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(x => x * Step);

    /// <summary>Where a value stands between two ends.</summary>
    public double At(double value, double start, double end) => start + Math.Clamp(value / Top, 0, 1) * (end - start);

    public static string Px(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Path(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join("L", points.Select(x => $"{Px(x.X)} {Px(x.Y)}"));

    public static string Number(double value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
