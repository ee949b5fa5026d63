using FsCheck;
using FsCheck.Fluent;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.Laws;

/// <summary>Strikes and what follows from them, on the pure fold.</summary>
public sealed class LadderLaws
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Rulebook Rulebook = RulebookFile.Read(RulebookFile.Shipped, 1).Match(x => x, _ => throw new InvalidOperationException());

    private static readonly Gen<LadderTable> Ladders = Gen.Elements<LadderTable>([.. Rulebook.Ladders]);

    private static readonly Gen<StrikeGiven> Strike =
        from day in Gen.Choose(0, 600)
        from days in Gen.Elements(90, 365)
        select new StrikeGiven(Guid.NewGuid(), Start.AddDays(day), Start.AddDays(day + days));

    private static readonly Gen<StrikeGiven[]> Strikes = from count in Gen.Choose(0, 14) from all in Strike.ArrayOf(count) select all;

    /// <summary>Strikes given, and some of them taken back, in some order.</summary>
    private static readonly Gen<(LadderTable Ladder, StrikeGiven[] Strikes, int[] Overturned, int[] Stubborn)> Histories =
        from ladder in Ladders
        from strikes in Strikes
        from count in Gen.Choose(0, 6)
        from overturned in Gen.Choose(0, 13).ArrayOf(count)
        from few in Gen.Choose(0, 2)
        from stubborn in Gen.Choose(0, 13).ArrayOf(few)
        select (ladder, strikes, overturned, stubborn);

    // Law 4.
    [Fact]
    public void The_order_in_which_strikes_arrived_does_not_matter() => Law.Holds(
        from strikes in Strikes from seed in Gen.Choose(0, 1000) from ladder in Ladders select (strikes, seed, ladder), x =>
        {
            var shuffled = x.strikes.Concat(x.strikes.Take(2)).ToArray();
            new Random(x.seed).Shuffle(shuffled);
            return Ladder.Timeline(x.strikes, x.ladder).SequenceEqual(Ladder.Timeline(shuffled, x.ladder));
        });

    // Law 3: expiry lowers later counts; it opens and ends nothing, and no clock is asked.
    [Fact]
    public void A_step_counts_the_strikes_in_force_at_its_instant() => Law.Holds(
        from strikes in Strikes from ladder in Ladders select (strikes, ladder), x =>
            Ladder.Timeline(x.strikes, x.ladder).All(step =>
                step.Strikes <= Ladder.InForce(x.strikes, step.At) && step.Strikes >= 1
                && x.ladder.StepFor(step.Strikes) == step.Step && x.strikes.Any(s => s.Id == step.Cause && s.At == step.At)));

    // Law 2: after any run of strikes and overturns the derived decisions are those of the history without the overturned.
    [Fact]
    public void Overturned_strikes_never_were() => Law.Holds(Histories, x =>
    {
        var account = new Account(x.Ladder);
        foreach (var strike in x.Strikes.OrderBy(s => s.At))
            account.Give(strike);
        foreach (var index in x.Overturned.Where(i => i < x.Strikes.Length))
            account.TakeBack(x.Strikes[index].Id);

        var without = new Account(x.Ladder);
        foreach (var strike in x.Strikes.Where((_, i) => !x.Overturned.Contains(i)).OrderBy(s => s.At))
            without.Give(strike);

        return account.InForce.SetEquals(without.InForce);
    }, times: 5000);

    // Law 2: a step that a person overturned stays so, however often its strikes are folded again.
    [Fact]
    public void An_overturned_step_is_not_made_again() => Law.Holds(Histories, x =>
    {
        var account = new Account(x.Ladder);
        foreach (var strike in x.Strikes.OrderBy(s => s.At))
            account.Give(strike);
        foreach (var index in x.Stubborn)
            account.OverturnStep(index);
        account.Fold();
        account.Fold();

        return !account.InForce.Overlaps(account.Overturned);
    }, times: 2000);

    [Fact]
    public void Strikes_are_never_fewer_than_none_and_none_counts_twice() => Law.Holds(
        from strikes in Strikes from day in Gen.Choose(0, 1200) select (strikes, day), x =>
            Ladder.InForce(x.strikes.Concat(x.strikes), Start.AddDays(x.day)) is var count
            && count >= 0 && count == x.strikes.Count(s => s.At <= Start.AddDays(x.day) && s.Until > Start.AddDays(x.day)));

    /// <summary>What is kept of an account: its strikes and the decisions derived from them.</summary>
    private sealed class Account(LadderTable ladder)
    {
        private readonly List<StrikeGiven> strikes = [];
        private readonly List<DerivedStep> derived = [];

        public HashSet<(Guid Cause, int Strikes)> InForce => Those(DecisionState.InForce);

        public HashSet<(Guid Cause, int Strikes)> Overturned => Those(DecisionState.Overturned);

        public void Give(StrikeGiven strike)
        {
            strikes.Add(strike);
            Fold();
        }

        public void TakeBack(Guid strike)
        {
            strikes.RemoveAll(x => x.Id == strike);
            Fold();
        }

        public void OverturnStep(int index)
        {
            if (index < derived.Count && derived[index].State is DecisionState.InForce)
                derived[index] = derived[index] with { State = DecisionState.Overturned };
        }

        public void Fold()
        {
            var (stale, missing) = Refold.Plan(derived, Ladder.Timeline(strikes, ladder), ladder.Code);
            for (var i = 0; i < derived.Count; i++)
                if (stale.Contains(derived[i].Id))
                    derived[i] = derived[i] with { State = DecisionState.Superseded };
            derived.AddRange(missing.Select(x => new DerivedStep(Guid.NewGuid(), x.Cause, x.Strikes, ladder.Code, DecisionState.InForce)));
        }

        private HashSet<(Guid, int)> Those(DecisionState state) => [.. derived.Where(x => x.State == state).Select(x => (x.Cause, x.Strikes))];
    }
}
