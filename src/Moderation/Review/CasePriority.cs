using Moderation.Guidelines;

namespace Moderation.Review;

/// <summary>Expected harm: severity × reach × probability, with age as a constant.</summary>
internal static class CasePriority
{
    /// <summary>How much longer a case waits weighs as much as e times the harm.</summary>
    public static readonly TimeSpan AgeConstant = TimeSpan.FromHours(6);

    public static double Of(Severity severity, long reach, int reports, double score, DateTimeOffset openedAt) =>
        Harm(severity, reach, reports, score) - (openedAt - DateTimeOffset.UnixEpoch) / AgeConstant;

    /// <summary>Natural logarithm of the expected harm; 0 and up.</summary>
    public static double Harm(Severity severity, long reach, int reports, double score) =>
        Math.Log(SeverityWeight(severity))
        + Math.Log(10 + Math.Max(0, reach)) - Math.Log(10)
        + Math.Log(1 + Probability(reports, score));

    private static double SeverityWeight(Severity severity) => Math.Pow(5, (int)severity - 1);

    // Each report halves the doubt that the signals leave.
    private static double Probability(int reports, double score) => 1 - (1 - Math.Clamp(score, 0, 0.99)) * Math.Pow(0.5, Math.Min(reports, 60));
}
