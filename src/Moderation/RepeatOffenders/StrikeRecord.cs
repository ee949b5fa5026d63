using Moderation.Enforcement;

namespace Moderation.RepeatOffenders;

/// <summary>All that the fold over an account's strikes of one kind needs.</summary>
/// <param name="Decisions">The decision that each strike is shown by.</param>
internal sealed record StrikeRecord(
    StrikeKind Kind, IReadOnlyList<StrikeGiven> Strikes, IReadOnlyList<TrainingTaken> Trainings, IReadOnlyList<LadderInForce> History,
    IReadOnlyDictionary<Guid, DecisionId> Decisions)
{
    public IReadOnlyList<StepReached> Timeline() => Ladder.Timeline(Strikes, Trainings, History);

    public StrikesInForce InForce(DateTimeOffset at) => Ladder.InForce(Strikes, Trainings, History, at);

    public NextStep? NextStep(DateTimeOffset at) => Ladder.NextStep(Strikes, Trainings, History, at);

    /// <summary>As it would be with one more.</summary>
    public StrikeRecord With(StrikeGiven strike) => this with { Strikes = [.. Strikes, strike] };

    /// <summary>As it would be without those of some decisions.</summary>
    public StrikeRecord Without(IReadOnlySet<DecisionId> decisions) => this with { Strikes = [.. Strikes.Where(x => !decisions.Contains(Decisions[x.Id]))] };
}
