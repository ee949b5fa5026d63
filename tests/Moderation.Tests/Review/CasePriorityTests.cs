using FsCheck;
using FsCheck.Fluent;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class CasePriorityTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Severity Severity, int Reach, double Reports, double Score, CaseSources Sources)> Cases =
        from severity in Gen.Elements(Enum.GetValues<Severity>())
        from reach in Gen.Choose(0, 5_000_000)
        from reports in Gen.Choose(0, 1000)
        from score in Gen.Choose(0, 100)
        from sources in Gen.Choose(0, 63)
        select (severity, reach, reports / 20.0, score / 100.0, (CaseSources)sources);

    [Fact]
    public void More_of_anything_is_never_less_harm() => Law.Holds(
        from one in Cases
        from more in Gen.Choose(0, 1000)
        select (one, more),
        x =>
        {
            var (one, more) = x;
            var harm = Harm(one);
            return Harm(one with { Reach = one.Reach + more }) >= harm
                && Harm(one with { Reports = one.Reports + more / 100.0 }) >= harm
                && Harm(one with { Score = Math.Min(1, one.Score + more / 1000.0) }) >= harm
                && Harm(one with { Severity = (Severity)Math.Min((int)one.Severity + 1, (int)Severity.Severe) }) >= harm
                && Harm(one with { Sources = one.Sources | CaseSources.TrustedFlagger }) >= harm
                && harm >= 0 && double.IsFinite(harm);
        });

    [Fact]
    public void What_goes_ahead_never_passes_severe_harm_that_many_reported_and_that_reaches_as_many() => Law.Holds(
        from ahead in Cases
        from severe in Cases
        from further in Gen.Choose(0, 1000)
        select (ahead, severe with { Severity = Severity.Severe, Reach = ahead.Reach + further }),
        x => x.ahead.Severity is Severity.Severe
            || CasePriority.Probability(x.Item2.Reports, x.Item2.Score) < CasePriority.CeilingOfAhead
            || Harm(x.ahead with { Sources = CaseSources.LegalNotice | CaseSources.TrustedFlagger }) <= Harm(x.Item2) + 1e-9, 5000);

    [Fact]
    public void A_notice_that_goes_ahead_passes_what_is_a_grade_graver_and_as_well_known()
    {
        var flagged = (Severity.Low, 1000, 1.0, 0.0, CaseSources.TrustedFlagger);
        Assert.True(Harm(flagged) > Harm((Severity.Medium, 1000, 1.0, 0.0, CaseSources.Member)));
        Assert.True(Harm(flagged with { Item5 = CaseSources.Member }) < Harm((Severity.Medium, 1000, 1.0, 0.0, CaseSources.Member)));
    }

    [Fact]
    public void Age_is_a_constant_and_six_hours_weigh_as_e_times_the_harm() => Law.Holds(
        from one in Cases
        from other in Cases
        from hours in Gen.Choose(0, 500)
        select (one, other, hours),
        x =>
        {
            var (early, late) = (Priority(x.one, Then), Priority(x.other, Then.AddHours(x.hours)));
            return (early >= late) == (Harm(x.one) + x.hours / 6.0 >= Harm(x.other))
                || Math.Abs(Harm(x.one) + x.hours / 6.0 - Harm(x.other)) < 1e-6;
        });

    [Fact]
    public void A_stored_priority_says_the_harm_it_was_made_of() => Law.Holds(
        Cases, x => Math.Abs(CasePriority.HarmIn(Priority(x, Then), Then) - Harm(x)) < 1e-6);

    [Fact]
    public void Each_wholly_credible_report_halves_the_doubt()
    {
        Assert.Equal([0, 0.5, 0.75, 0.875], Enumerable.Range(0, 4).Select(x => CasePriority.Probability(x, 0)));
        Assert.Equal(0.95, CasePriority.Probability(1, 0.9), 9);
        Assert.True(CasePriority.Probability(0, 1) < 1);
    }

    private static double Harm((Severity Severity, int Reach, double Reports, double Score, CaseSources Sources) x) =>
        CasePriority.Harm(x.Severity, x.Reach, x.Reports, x.Score, x.Sources);

    private static double Priority((Severity Severity, int Reach, double Reports, double Score, CaseSources Sources) x, DateTimeOffset openedAt) =>
        CasePriority.Of(x.Severity, x.Reach, x.Reports, x.Score, x.Sources, openedAt);
}
