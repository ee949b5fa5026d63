using Moderation.Enforcement;
using Moderation.Guidelines;

namespace Moderation.RepeatOffenders;

/// <summary>A counted breach.</summary>
/// <param name="Id">Of the decision that gave it.</param>
/// <param name="At">When it was given.</param>
/// <param name="Until">When it stops counting, exclusive; null for never.</param>
internal sealed record StrikeGiven(Guid Id, DateTimeOffset At, DateTimeOffset? Until);

/// <summary>A step of the ladder reached by a strike, and what it brings from then on.</summary>
/// <param name="Cause">The strike that reached it.</param>
/// <param name="Strikes">How many were in force at that instant, this one among them.</param>
internal sealed record StepReached(Guid Cause, DateTimeOffset At, int Strikes, LadderStep Step);

/// <summary>What strikes bring about. A pure fold over them in the order of time; no clock ever rewrites it.</summary>
internal static class Ladder
{
    /// <summary>
    /// At each strike's instant the strikes in force are counted, and that row of the ladder opens its outcomes.
    /// Expiry lowers later counts; it opens and ends nothing.
    /// </summary>
    public static IReadOnlyList<StepReached> Timeline(IEnumerable<StrikeGiven> strikes, LadderTable ladder)
    {
        // Strikes of one instant count one after the other, in an order that does not depend on how they came.
        StrikeGiven[] inOrder = [.. strikes.DistinctBy(x => x.Id).OrderBy(x => x.At).ThenBy(x => x.Id)];
        return
        [
            .. from i in Enumerable.Range(0, inOrder.Length)
               let strike = inOrder[i]
               let count = inOrder.Take(i + 1).Count(x => !(x.Until <= strike.At))
               let step = ladder.StepFor(count)
               where step is { Outcomes.Count: > 0 }
               select new StepReached(strike.Id, strike.At, count, step),
        ];
    }

    /// <summary>How many strikes count at an instant.</summary>
    public static int InForce(IEnumerable<StrikeGiven> strikes, DateTimeOffset at) =>
        strikes.DistinctBy(x => x.Id).Count(x => x.At <= at && !(x.Until <= at));
}

/// <summary>A decision that was derived before.</summary>
internal sealed record DerivedStep(Guid Id, Guid Cause, int Strikes, string Ladder, DecisionState State);

/// <summary>What must change so that the derived decisions are those that the strikes ask for, no more and no less.</summary>
internal static class Refold
{
    public static (IReadOnlyList<Guid> Stale, IReadOnlyList<StepReached> Missing) Plan(
        IReadOnlyCollection<DerivedStep> derived, IReadOnlyList<StepReached> reached, string ladder) =>
    (
        [.. derived.Where(x => x.State is DecisionState.InForce && !reached.Any(step => Follows(x, step, ladder))).Select(x => x.Id)],
        // One that a person overturned is not made again; one that was superseded may have to be.
        [.. reached.Where(step => !derived.Any(x => x.State is not DecisionState.Superseded && Follows(x, step, ladder)))]
    );

    private static bool Follows(DerivedStep derived, StepReached step, string ladder) =>
        derived.Cause == step.Cause && derived.Strikes == step.Strikes && derived.Ladder == ladder;
}
