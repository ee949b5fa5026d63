using System.Globalization;

namespace Moderation.Benchmarks;

/// <summary>What was measured, in words.</summary>
internal static class Figures
{
    /// <summary>The smallest value that so large a share does not exceed.</summary>
    public static double At(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static void Say(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{value,12:N2} {unit}"));
}
