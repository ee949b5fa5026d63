using Moderation.Enforcement;

namespace Moderation.RepeatOffenders;

/// <summary>A decision that was derived before.</summary>
/// <param name="Cause">The strike that reached the step.</param>
/// <param name="Ends">When its outcomes end, or were ended; null for never.</param>
internal sealed record DerivedStep(
    Guid Id, Guid Cause, int Strikes, string Ladder, int Version, DateTimeOffset From, IReadOnlyList<DateTimeOffset?> Ends, DecisionState State);

/// <summary>What must change so that the derived decisions are those that the strikes ask for, no more and no less.</summary>
/// <param name="Stale">They never followed.</param>
/// <param name="Ended">They held until an instant, at which a new rulebook was applied.</param>
internal sealed record Refold(IReadOnlyList<Guid> Stale, IReadOnlyList<(Guid Id, DateTimeOffset At)> Ended, IReadOnlyList<StepReached> Missing)
{
    /// <param name="applied">The instants at which a new rulebook was applied: there, and nowhere else, a step is cut short.</param>
    public static Refold Plan(
        IReadOnlyCollection<DerivedStep> derived, IReadOnlyList<StepReached> reached, IReadOnlyCollection<DateTimeOffset> applied)
    {
        var inForce = derived.Where(x => x.State is DecisionState.InForce).ToArray();
        // A step that a person overturned is not made again, whatever is counted later; one that was superseded may have to be.
        var overturned = derived.Where(x => x.State is DecisionState.Overturned).Select(x => x.Cause).ToHashSet();
        var steps = reached.ToLookup(x => x.Cause);
        var pairs = inForce.Select(x => (Derived: x, Step: steps[x.Cause].FirstOrDefault(step => Follows(x, step) || FollowsCut(x, step)))).ToArray();
        var followed = pairs.Select(x => x.Step).ToHashSet<StepReached?>(ReferenceEqualityComparer.Instance);
        return new(
            [.. pairs.Where(x => x.Step is null).Select(x => x.Derived.Id)],
            [.. pairs.Where(x => x.Step is not null && !Follows(x.Derived, x.Step)).Select(x => (x.Derived.Id, x.Step!.To!.Value))],
            [.. reached.Where(step => !overturned.Contains(step.Cause) && !followed.Contains(step))]);

        bool FollowsCut(DerivedStep x, StepReached step) =>
            step.To is { } to && applied.Contains(to) && Follows(x with { Ends = [.. x.Ends.Select(end => end <= to ? end : to)] }, step);
    }

    private static bool Follows(DerivedStep derived, StepReached step) =>
        derived.Cause == step.Cause && derived.Strikes == step.Strikes && derived.Ladder == step.Ladder && derived.Version == step.Version
        && derived.From == step.From && derived.Ends.Order().SequenceEqual(step.Outcomes.Select(x => x.Until).Order());
}
