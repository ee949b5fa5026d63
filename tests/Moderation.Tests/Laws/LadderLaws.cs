using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.RepeatOffenders;
using Moderation.Tests.RepeatOffenders;

namespace Moderation.Tests.Laws;

/// <summary>Strikes and what follows from them, on the pure fold.</summary>
public sealed class LadderLaws
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Instant = from day in Gen.Choose(0, 600) select Start.AddDays(day);

    private static readonly Gen<LadderInForce> Version =
        from ladder in Gen.Elements("meta-2023", "youtube", "twitch")
        from number in Gen.Choose(1, 4)
        from at in Instant
        from applied in Gen.Elements(false, false, true)
        select Ladders.InForce(ladder, at, applied, number);

    private static readonly Gen<LadderInForce[]> Histories =
        from first in Version
        from count in Gen.Choose(0, 3)
        from later in Version.ArrayOf(count)
        select (LadderInForce[])[first with { From = Start.AddDays(-1), IsApplied = false, Version = 0 }, .. later];

    private static readonly Gen<StrikeGiven> Strike =
        from at in Instant
        from days in Gen.Elements<int?>(90, 90, 365, null)
        from weight in Gen.Elements(1, 1, 1, 2, 3)
        from guideline in Gen.Elements("spam", "spam.repetitive", "fraud", "sexual-exploitation")
        from oneStrike in Gen.Choose(0, 20)
        select new StrikeGiven(Guid.NewGuid(), at, guideline, [new(at, null, weight, at.AddDays(days ?? 0) is var end && days is null ? null : end, oneStrike == 0)]);

    /// <summary>All that was ever recorded of one account.</summary>
    private static readonly Gen<Recorded> Records =
        from history in Histories
        from count in Gen.Choose(0, 12)
        from strikes in Strike.ArrayOf(count)
        from few in Gen.Choose(0, count == 0 ? 0 : 3)
        from trained in Gen.Choose(0, Math.Max(0, count - 1)).ArrayOf(few)
        from after in Gen.Choose(0, 200).ArrayOf(few)
        from reweighed in Gen.Choose(0, 3)
        select new Recorded(
            [.. strikes.Select((x, i) => i < reweighed ? Reweighed(x, history) : x)],
            [.. trained.Zip(after, (i, days) => new TrainingTaken(strikes[i].Id, strikes[i].At.AddDays(days)))], history);

    private static readonly Gen<(Recorded Record, int[] Overturned, int[] Stubborn)> Lives =
        from record in Records
        from count in Gen.Choose(0, 6)
        from overturned in Gen.Choose(0, 11).ArrayOf(count)
        from few in Gen.Choose(0, 2)
        from stubborn in Gen.Choose(0, 11).ArrayOf(few)
        select (record, overturned, stubborn);

    // Law 4.
    [Fact]
    public void The_order_in_which_it_was_recorded_does_not_matter() => Law.Holds(
        from record in Records from seed in Gen.Choose(0, 1000) select (record, seed), x =>
            x.record.Told().SequenceEqual(x.record.Shuffled(new Random(x.seed)).Told()), times: 5000);

    // Law 3: the future rewrites nothing, and no clock is asked.
    [Fact]
    public void What_comes_later_changes_no_step_before_it() => Law.Holds(
        from record in Records from at in Instant select (record, at), x =>
            x.record.Told().Where(step => step.At < x.at && step.From < x.at).Select(Beginning).SequenceEqual(
                x.record.Until(x.at).Told().Where(step => step.At < x.at && step.From < x.at).Select(Beginning)), times: 5000);

    [Fact]
    public void A_step_is_that_of_its_count_and_no_step_counts_more_than_was_in_force() => Law.Holds(Records, x =>
        x.Timeline().Where(step => step.From == step.At).All(step =>
            step.Strikes >= 1 && step.Outcomes.Count > 0
            && step.Strikes <= x.Strikes.Where(s => s.At <= step.At).Sum(s => s.TermsAt(step.At)?.Weight ?? 0)
            && x.Strikes.Any(s => s.Id == step.Cause && s.At == step.At)), times: 3000);

    [Fact]
    public void Nothing_is_reached_twice_and_nothing_ends_before_it_begins() => Law.Holds(Records, x =>
        x.Timeline().GroupBy(step => step.Cause).All(steps => steps.Zip(steps.Skip(1)).All(pair => pair.First.To <= pair.Second.From))
        && x.Timeline().All(step => !(step.To <= step.From) && step.Outcomes.All(o => !(o.Until <= step.From) && !(o.Until > step.To))), times: 5000);

    [Fact]
    public void Strikes_are_never_fewer_than_none_and_none_counts_twice() => Law.Holds(
        from record in Records from at in Instant select (record, at), x =>
            Ladder.InForce(x.record.Strikes.Concat(x.record.Strikes), x.record.Trainings.Concat(x.record.Trainings), x.record.History, x.at) is var now
            && now.Weight >= 0 && now.Weight == now.Strikes.Sum(s => s.Weight) && now.Strikes.DistinctBy(s => s.Id).Count() == now.Strikes.Count
            && now.Weight <= x.record.Strikes.Where(s => s.At <= x.at).Sum(s => s.TermsAt(x.at)?.Weight ?? 0)
            && now.Strikes.All(s => !(s.Until <= x.at)), times: 5000);

    [Fact]
    public void What_is_folded_is_left_as_it_was() => Law.Holds(Records, x =>
    {
        var before = JsonSerializer.Serialize(x);
        _ = (x.Timeline(), Ladder.NextStep(x.Strikes, x.Trainings, x.History, Start.AddDays(300)));
        return before == JsonSerializer.Serialize(x);
    }, times: 1000);

    // Law 2: after any life of strikes, overturns, courses and rulebooks the derived decisions are those of the life without the overturned.
    [Fact]
    public void Overturned_strikes_never_were() => Law.Holds(Lives, x =>
    {
        var account = new FoldedAccount();
        account.Live(x.Record);
        foreach (var index in x.Overturned.Where(i => i < x.Record.Strikes.Count))
            account.TakeBack(x.Record.Strikes[index].Id);

        var without = new FoldedAccount();
        without.Live(x.Record with { Strikes = [.. x.Record.Strikes.Where((_, i) => !x.Overturned.Contains(i))] });
        return account.InForce.SetEquals(without.InForce) && account.InForce.Count == account.Count(DecisionState.InForce);
    }, times: 5000);

    // Law 2: a step that a person overturned stays so, however often its strikes are folded again.
    [Fact]
    public void An_overturned_step_is_not_made_again() => Law.Holds(Lives, x =>
    {
        var account = new FoldedAccount();
        account.Live(x.Record);
        foreach (var index in x.Stubborn)
            account.OverturnStep(index);
        account.Fold();
        account.Fold();

        return !account.Causes(DecisionState.InForce).Overlaps(account.Causes(DecisionState.Overturned).Except(account.BothBefore));
    }, times: 2000);

    private static (Guid, DateTimeOffset, int, int) Beginning(Told x) => (x.Cause, x.From, x.Strikes, x.Version);

    // Where a rulebook was applied, its weight may be another from then on.
    private static StrikeGiven Reweighed(StrikeGiven strike, LadderInForce[] history) =>
        history.FirstOrDefault(x => x.IsApplied && x.From > strike.At) is { From: var at }
            ? strike with { Terms = [strike.Terms[0] with { To = at }, strike.Terms[0] with { From = at, Weight = strike.Terms[0].Weight + 1 }] }
            : strike;
}
