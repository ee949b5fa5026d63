using Moderation.Guidelines;

namespace Moderation.RepeatOffenders;

/// <summary>What strikes bring about: pure functions of all that was recorded, whatever the order in which it came. No clock rewrites them.</summary>
internal static class Ladder
{
    /// <summary>
    /// At each strike's instant the weight in force is counted, and that row of the ladder in force opens its outcomes. Expiry
    /// lowers later counts; it opens and ends nothing. Applying a new rulebook cuts what is in force and judges it again.
    /// </summary>
    public static IReadOnlyList<StepReached> Timeline(
        IEnumerable<StrikeGiven> strikes, IEnumerable<TrainingTaken> trainings, IEnumerable<LadderInForce> history) =>
        LadderFold.Of(strikes, trainings, history, DateTimeOffset.MaxValue).Steps;

    /// <summary>What counts at an instant, and until when, by what was recorded until then.</summary>
    public static StrikesInForce InForce(
        IEnumerable<StrikeGiven> strikes, IEnumerable<TrainingTaken> trainings, IEnumerable<LadderInForce> history, DateTimeOffset at) =>
        LadderFold.Of(strikes, trainings, history, at).InForce(at);

    /// <summary>How far it is to the next step that brings something else than the one stood on; at the top, to the top again.</summary>
    public static NextStep? NextStep(
        IEnumerable<StrikeGiven> strikes, IEnumerable<TrainingTaken> trainings, IReadOnlyCollection<LadderInForce> history, DateTimeOffset at) =>
        LadderFold.LadderAt(history, at) is { } ladder ? NextStep(InForce(strikes, trainings, history, at).Weight, ladder.Table) : null;

    /// <summary>The same from a weight.</summary>
    public static NextStep? NextStep(int weight, LadderTable table)
    {
        var now = Brings(table.StepFor(weight));
        return table.Steps.FirstOrDefault(x => x.Strikes > weight && !IsSame(Brings(x), now)) is { } next
            ? new(next.Strikes - weight, next)
            : table.StepFor(weight == int.MaxValue ? weight : weight + 1) is { Outcomes.Count: > 0 } again ? new(1, again) : null;
    }

    /// <summary>The strike that a course finished at an instant would lift, or why none.</summary>
    public static (Guid? Strike, TrainingObstacle Obstacle) Training(
        IEnumerable<StrikeGiven> strikes, IEnumerable<TrainingTaken> trainings, IEnumerable<LadderInForce> history, DateTimeOffset at) =>
        LadderFold.Of(strikes, trainings, history, at).Training(at);

    private static StepOutcome[] Brings(LadderStep? step) =>
        [.. (step?.Outcomes ?? []).Select(x => new StepOutcome(x, x.Days is { } days ? DateTimeOffset.UnixEpoch.AddDays(days) : null))];

    private static bool IsSame(StepOutcome[] some, StepOutcome[] others) =>
        some.Length == others.Length && some.All(x => others.Any(x.IsSameAs));
}
