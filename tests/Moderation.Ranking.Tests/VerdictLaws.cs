using FsCheck.Fluent;
using Moderation.Laws;

namespace Moderation.Ranking.Tests;

public sealed class VerdictLaws
{
    // Law 1.
    [Fact]
    public void Every_verdict_but_plain_allow_names_outcomes_in_force() => Law.Holds(Made.Asked, asked =>
    {
        var verdict = asked.Verdict();
        var inForce = asked.All.Where(x => x.IsInForce(asked.At, asked.At)).Select(x => x.Id).ToHashSet();
        return verdict.IsPlainAllow
            || verdict.Grounds.Count > 0 && verdict.Grounds.All(x => x.Outcomes.Count > 0 && x.Outcomes.All(inForce.Contains));
    }, times: 5000);

    // Law 1.
    [Fact]
    public void Who_the_viewer_is_changes_nothing_where_no_outcome_asks() => Law.Holds(
        from asked in Made.Asked from other in Made.Viewer select (asked, other), x =>
        {
            Outcome[] ForAll(Outcome[] outcomes) => [.. outcomes.Where(o =>
                o.Audience is Audience.Everyone && o.Territories.Count == 0 && o.Kind is not OutcomeKind.AgeLimited)];
            return Same(x.asked.Verdict(ForAll), x.asked.Verdict(ForAll, request: x.asked.Request with { Viewer = x.other }));
        }, times: 3000);

    // Law 3.
    [Fact]
    public void An_outcome_stops_counting_at_its_instant() => Law.Holds(Made.Outcome, outcome =>
        outcome.Until is not { } until
        || !outcome.IsInForce(until, until)
            && (outcome.IsInForce(until.AddTicks(-1), until.AddTicks(-1))
                || outcome.RetractedAt < until || outcome.EndedAt < until));

    // Law 3.
    [Fact]
    public void Between_two_changes_a_verdict_stays_the_same() => Law.Holds(
        from asked in Made.Asked from minutes in Gen.Choose(1, 59) select (asked, minutes), x =>
        {
            var later = x.asked.At.AddMinutes(x.minutes);
            return Same(x.asked.Verdict(), x.asked.Verdict(at: later));
        }, times: 3000);

    // Law 4.
    [Fact]
    public void The_order_in_which_outcomes_came_does_not_matter() => Law.Holds(
        from asked in Made.Asked from seed in Gen.Choose(0, 1000) select (asked, seed), x =>
        {
            Outcome[] Shuffled(Outcome[] outcomes)
            {
                var copy = outcomes.Concat(outcomes.Take(2)).ToArray();
                new Random(x.seed).Shuffle(copy);
                return copy;
            }

            return Standing.Of(x.asked.Item, x.asked.At, x.asked.At).Equals(Standing.Of(Shuffled(x.asked.Item), x.asked.At, x.asked.At))
                && Same(x.asked.Verdict(), x.asked.Verdict(Shuffled));
        }, times: 3000);

    [Fact]
    public void One_more_outcome_never_helps() => Law.Holds(
        from asked in Made.Asked from more in Made.Outcome select (asked, more), x =>
        {
            var (before, after) = (x.asked.Verdict(), (x.asked with { Item = [.. x.asked.Item, x.more] }).Verdict());
            return after.Action >= before.Action && (after.Action is VerdictAction.Drop || after.Weight <= before.Weight);
        }, times: 5000);

    [Fact]
    public void What_drops_something_above_drops_what_hangs_on_it() => Law.Holds(Made.Asked, asked =>
    {
        if (asked.Above is not { } above)
            return true;

        var alone = Eligibility.On(Standing.Of(above, asked.At, asked.At), Standing.Clear, [], asked.Request);
        return alone.Action is not VerdictAction.Drop || asked.Verdict().Action is VerdictAction.Drop;
    }, times: 3000);

    private static bool Same(Verdict one, Verdict other) =>
        one.Action == other.Action && one.Weight.Equals(other.Weight) && one.Labels.SequenceEqual(other.Labels)
        && one.Grounds.Select(x => (x.Code, string.Join(',', x.Outcomes))).SequenceEqual(other.Grounds.Select(x => (x.Code, string.Join(',', x.Outcomes))));
}
