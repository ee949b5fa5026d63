using Moderation.Enforcement;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.Laws;

/// <summary>All that was recorded of an account.</summary>
internal sealed record Recorded(IReadOnlyList<StrikeGiven> Strikes, IReadOnlyList<TrainingTaken> Trainings, IReadOnlyList<LadderInForce> History)
{
    public IReadOnlyList<StepReached> Timeline() => Ladder.Timeline(Strikes, Trainings, History);

    /// <summary>The timeline in words that compare.</summary>
    public IReadOnlyList<Told> Told() => [.. Timeline().Select(Laws.Told.Of)];

    /// <summary>The same in another order, and some of it twice.</summary>
    public Recorded Shuffled(Random chance)
    {
        var (strikes, trainings, history) = (Strikes.Concat(Strikes.Take(2)).ToArray(), Trainings.Concat(Trainings.Take(1)).ToArray(), History.Concat(History.TakeLast(1)).ToArray());
        chance.Shuffle(strikes);
        chance.Shuffle(trainings);
        chance.Shuffle(history);
        return new(strikes, trainings, history);
    }

    /// <summary>What there was of it before an instant.</summary>
    public Recorded Until(DateTimeOffset at) => new(
        [.. Strikes.Where(x => x.At < at)], [.. Trainings.Where(x => x.At < at)], [.. History.Where(x => x.From < at)]);
}

/// <summary>A step in words that compare.</summary>
internal sealed record Told(Guid Cause, DateTimeOffset At, int Strikes, int Version, string Ladder, DateTimeOffset From, string Outcomes)
{
    public static Told Of(StepReached x) => new(
        x.Cause, x.At, x.Strikes, x.Version, x.Ladder, x.From,
        string.Join("; ", x.Outcomes.Select(o => $"{o.Rule.Kind} {string.Join(',', o.Rule.Features)} {o.Until:O}")));
}

/// <summary>What is kept of an account: what was recorded, and the decisions derived from it.</summary>
internal sealed class FoldedAccount
{
    private readonly List<DerivedStep> derived = [];
    private Recorded record = new([], [], []);

    public HashSet<(Guid, int, string, int, DateTimeOffset, string)> InForce =>
        [.. derived.Where(x => x.State is DecisionState.InForce).Select(x => (x.Cause, x.Strikes, x.Ladder, x.Version, x.From, string.Join(',', x.Ends.Order())))];

    /// <summary>Those of whose steps one was overturned while another, by another rulebook, was left.</summary>
    public HashSet<Guid> BothBefore { get; private set; } = [];

    /// <summary>From when until when what was derived is in force.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset? Until)> Times => derived.Where(x => x.State is DecisionState.InForce).Select(x => (x.From, x.Ends.Max()));

    public int Count(DecisionState state) => derived.Count(x => x.State == state);

    public HashSet<Guid> Causes(DecisionState state) => [.. derived.Where(x => x.State == state).Select(x => x.Cause)];

    /// <summary>One thing after the other, each with what follows from it.</summary>
    public void Live(Recorded life)
    {
        record = record with { History = [.. life.History.Where(x => !x.IsApplied)] };
        var events = life.Strikes.Select(x => (x.At, Do: (Action)(() => record = record with { Strikes = [.. record.Strikes, x] })))
            .Concat(life.Trainings.Select(x => (x.At, (Action)(() => record = record with { Trainings = [.. record.Trainings, x] }))))
            .Concat(life.History.Where(x => x.IsApplied).Select(x => (x.From, (Action)(() => record = record with { History = [.. record.History, x] }))));
        foreach (var (_, act) in events.OrderBy(x => x.Item1))
        {
            act();
            Fold();
        }
    }

    public void Give(StrikeGiven strike)
    {
        record = record with { Strikes = [.. record.Strikes, strike] };
        Fold();
    }

    public void TakeBack(Guid strike)
    {
        record = record with { Strikes = [.. record.Strikes.Where(x => x.Id != strike)] };
        Fold();
    }

    public void OverturnStep(int index)
    {
        if (index < derived.Count && derived[index].State is DecisionState.InForce)
            derived[index] = derived[index] with { State = DecisionState.Overturned };
        BothBefore = [.. Causes(DecisionState.Overturned).Intersect(Causes(DecisionState.InForce))];
    }

    public void Fold()
    {
        var plan = Refold.Plan(derived, record.Timeline(), [.. record.History.Where(x => x.IsApplied).Select(x => x.From)]);
        for (var i = 0; i < derived.Count; i++)
        {
            if (plan.Stale.Contains(derived[i].Id))
                derived[i] = derived[i] with { State = DecisionState.Superseded };
            foreach (var (id, at) in plan.Ended.Where(x => x.Id == derived[i].Id))
                derived[i] = derived[i] with { Ends = [.. derived[i].Ends.Select(x => x <= at ? x : at)] };
        }

        derived.AddRange(plan.Missing.Select(x => new DerivedStep(
            Guid.NewGuid(), x.Cause, x.Strikes, x.Ladder, x.Version, x.From, [.. x.Outcomes.Select(o => o.Until)], DecisionState.InForce)));
    }
}
