using Moderation.Guidelines;

namespace Moderation.Review;

/// <summary>
/// Expected harm: severity × reach × probability, and who says so, with age as a constant. Harm is a natural logarithm, 0 and
/// up, so that what multiplies adds up and one stored number orders a lane for good.
/// </summary>
/// <remarks>
/// A notice by law or by a trusted flagger goes ahead (DSA art. 22(1)) as if what it names were two grades graver, because the
/// law asks for it and such notices are right more often. It is no trump: lifted harm stays at four fifths of severe harm, so
/// that what is severe, reaches as many and is believed beyond that by the many who reported it never waits behind a formality.
/// </remarks>
internal static class CasePriority
{
    /// <summary>How much longer a case waits weighs as much as e times the harm.</summary>
    public static readonly TimeSpan AgeConstant = TimeSpan.FromHours(6);

    /// <summary>How many times as grave each grade of severity is as the one below.</summary>
    public const double Grade = 5;

    /// <summary>What is the least that a case is believed: somebody asked for a look at it.</summary>
    public const double LeastProbability = 0.05;

    /// <summary>However sure a machine says it is, some doubt is left.</summary>
    public const double HighestScore = 0.99;

    /// <summary>By how many grades of severity a notice that goes ahead lifts a case.</summary>
    public const int GradesAhead = 2;

    /// <summary>The part of severe harm that nothing is lifted above.</summary>
    public const double CeilingOfAhead = 0.8;

    /// <summary>Followers that weigh as nothing: below so many, reach hardly tells.</summary>
    public const double SmallReach = 10;

    /// <summary>By what part followers must have changed for an order to be worth rewriting.</summary>
    public const double NotableChange = 0.1;

    /// <summary>Whose notices go ahead.</summary>
    public const CaseSources Ahead = CaseSources.TrustedFlagger | CaseSources.LegalNotice;

    /// <param name="reach">Followers of the author.</param>
    /// <param name="reports">As many reports by wholly credible people as these are worth; 0 and up.</param>
    /// <param name="score">The highest of its signals, 0 to 1.</param>
    public static double Of(Severity severity, long reach, double reports, double score, CaseSources sources, DateTimeOffset openedAt) =>
        Harm(severity, reach, reports, score, sources) - Age(openedAt);

    /// <summary>Natural logarithm of the expected harm; 0 and up. Arguments as for <see cref="Of"/>.</summary>
    public static double Harm(Severity severity, long reach, double reports, double score, CaseSources sources) =>
        Math.Log(Weight(severity, sources))
        + Math.Log((SmallReach + Math.Max(0, reach)) / SmallReach)
        + Math.Log(Math.Max(Probability(WithOverturn(reports, sources), score), LeastProbability) / LeastProbability);

    /// <summary>The harm that a stored priority was made of; 0 and up.</summary>
    public static double HarmIn(double priority, DateTimeOffset openedAt) => Math.Max(0, priority + Age(openedAt));

    /// <summary>How likely it is what they say, 0 to 1: each wholly credible report halves the doubt that the signals leave.</summary>
    public static double Probability(double reports, double score) =>
        1 - (1 - Math.Clamp(score, 0, HighestScore)) * Math.Pow(2, -Math.Max(0, reports));

    /// <summary>Whether a number of followers changes the order enough to be written down.</summary>
    public static bool IsNotable(long before, long now) =>
        Math.Abs(Math.Log((SmallReach + now) / (SmallReach + before))) > Math.Log(1 + NotableChange);

    private static double Age(DateTimeOffset openedAt) => (openedAt - DateTimeOffset.UnixEpoch) / AgeConstant;

    private static double Weight(Severity severity, CaseSources sources)
    {
        var own = Math.Pow(Grade, (int)severity - 1);
        return (sources & Ahead) is CaseSources.None
            ? own
            : Math.Max(own, Math.Min(own * Math.Pow(Grade, GradesAhead), CeilingOfAhead * Math.Pow(Grade, (int)Severity.Severe - 1)));
    }

    // That we had to take a decision back tells as much as somebody wholly credible.
    private static double WithOverturn(double reports, CaseSources sources) => reports + (sources.HasFlag(CaseSources.Overturn) ? 1 : 0);
}
