namespace Moderation.Transparency;

/// <summary>What can be said of a share from counts; pure.</summary>
internal static class Shares
{
    /// <summary>Below it a difference is said to be beyond chance.</summary>
    public const double Beyond = 0.05;

    // The normal quantile of 0.975.
    private const double Z = 1.959963984540054;
    private const int Tabled = 256;

    // Tables with the same probability but for rounding are equally unlikely.
    private const double Rounding = 1 + 1e-7;

    private static readonly double[] LogFactorials = Tabulate();

    /// <summary>Wilson's 95 % interval, 0 to 1; everything is possible where nothing was counted.</summary>
    public static (double Low, double High) Interval(long part, long whole)
    {
        if (whole <= 0)
            return (0, 1);

        var share = (double)part / whole;
        var shrink = 1 + Z * Z / whole;
        var middle = (share + Z * Z / (2 * whole)) / shrink;
        var half = Z / shrink * Math.Sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole));
        return (part == 0 ? 0 : Math.Max(0, middle - half), part == whole ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>Fisher's exact test, two-sided: how likely shares so far apart, or further, are where both groups are treated alike.</summary>
    public static double Difference(long part, long whole, long otherPart, long otherWhole)
    {
        var (parts, all) = (part + otherPart, whole + otherWhole);
        if (whole <= 0 || otherWhole <= 0 || parts <= 0 || parts >= all)
            return 1;

        var seen = LogChance(part) + Math.Log(Rounding);
        var sum = 0.0;
        for (var k = Math.Max(0, parts - otherWhole); k <= Math.Min(parts, whole); k++)
            if (LogChance(k) is var chance && chance <= seen)
                sum += Math.Exp(chance);
        return Math.Min(1, sum);

        double LogChance(long k) => LogChoose(whole, k) + LogChoose(otherWhole, parts - k) - LogChoose(all, parts);
    }

    /// <summary>Holm's correction: the more groups are compared, the further one must stand out. In the order given.</summary>
    public static double[] Corrected(IReadOnlyList<double> chances)
    {
        var corrected = new double[chances.Count];
        var least = 0.0;
        foreach (var (at, place) in Enumerable.Range(0, chances.Count).OrderBy(x => chances[x]).Select((at, place) => (at, place)))
            corrected[at] = least = Math.Max(least, Math.Min(1, chances[at] * (chances.Count - place)));
        return corrected;
    }

    private static double LogChoose(long n, long k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    // Stirling's series; from the end of the table on, its error is far below what a double can tell.
    private static double LogFactorial(long n) => n < Tabled
        ? LogFactorials[n]
        : (n + 0.5) * Math.Log(n) - n + 0.5 * Math.Log(2 * Math.PI) + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n);

    private static double[] Tabulate()
    {
        var logs = new double[Tabled];
        for (var n = 2; n < Tabled; n++)
            logs[n] = logs[n - 1] + Math.Log(n);
        return logs;
    }
}
