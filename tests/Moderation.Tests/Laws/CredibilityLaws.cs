using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.Reports;

namespace Moderation.Tests.Laws;

/// <summary>What anybody may recompute: how far a reporter is believed, and what many are worth together.</summary>
public sealed class CredibilityLaws
{
    private static readonly Gen<(int Right, int Decided)> Records =
        from decided in Gen.Choose(Credibility.Floor, Credibility.Window)
        from right in Gen.Choose(0, decided)
        select (right, decided);

    private static readonly Gen<double[]> Crowds = Gen.Choose(0, 1000).Select(x => x / 1000.0).ArrayOf();

    [Fact]
    public void It_is_never_negative_and_never_above_one() => Law.Holds(Records, x => Credibility.Of(x.Right, x.Decided) is >= 0 and <= 1);

    [Fact]
    public void Who_is_right_more_often_is_believed_more() => Law.Holds(
        Records.Where(x => x.Decided < Credibility.Window),
        x => Credibility.Of(x.Right + 1, x.Decided + 1) > Credibility.Of(x.Right, x.Decided)
            && Credibility.Of(x.Right, x.Decided + 1) < Credibility.Of(x.Right, x.Decided));

    [Fact]
    public void The_same_accuracy_tells_more_the_more_was_decided() => Law.Holds(
        from right in Gen.Choose(3, 19)
        select right,
        right =>
        {
            double[] grown = [.. new[] { right, 2 * right, 4 * right }.Select(x => Credibility.Of(x, right * 5 / 4 * (x / right)))];
            return right * 5 / 4 < Credibility.Floor || grown[0] < grown[1] && grown[1] < grown[2] && grown[2] <= 1;
        });

    [Fact]
    public void Under_the_floor_nobody_is_told_from_a_stranger() => Law.Holds(
        from decided in Gen.Choose(0, Credibility.Floor - 1)
        from right in Gen.Choose(0, decided)
        select (right, decided),
        x => Credibility.Of(x.right, x.decided) == Credibility.Neutral && Credibility.Of(x.right, x.decided, Credibility.Full) == Credibility.Full);

    [Fact]
    public void A_trusted_flagger_loses_only_by_being_wrong() => Law.Holds(
        Records,
        x => Credibility.Of(x.Right, x.Decided, Credibility.Full) is >= 0 and <= 1 and var believed
            && (believed == Credibility.Full) == (x.Right == x.Decided)
            && believed >= Credibility.Of(x.Right, x.Decided) - 1e-9);

    [Fact]
    public void Who_comes_first_does_not_matter() => Law.Holds(
        from crowd in Crowds
        from shuffled in Gen.Shuffle(crowd)
        select (crowd, shuffled),
        x => Math.Abs(Credibility.Together(x.crowd) - Credibility.Together(x.shuffled)) < 1e-9);

    [Fact]
    public void One_more_or_one_believed_more_never_lowers_what_they_are_worth() => Law.Holds(
        from crowd in Crowds
        from one in Gen.Choose(0, 900)
        select (crowd, one / 1000.0),
        x => Credibility.Together([.. x.crowd, x.Item2]) >= Credibility.Together(x.crowd) - 1e-9
            && Credibility.Together([.. x.crowd, x.Item2 + 0.1]) >= Credibility.Together([.. x.crowd, x.Item2]) - 1e-9);

    [Fact]
    public void However_many_strangers_come_they_tell_less_than_a_few_who_are_known() => Law.Holds(
        Gen.Choose(1, 2000),
        x => Credibility.Together(Enumerable.Repeat(Credibility.Neutral, x)) is var worth
            && worth <= Credibility.Neutral * (1 + Math.Log(x)) + 1e-9
            && worth <= Credibility.Together(Enumerable.Repeat(0.9, 5)));
}
