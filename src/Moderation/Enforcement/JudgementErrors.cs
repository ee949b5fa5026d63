using Moderation.Pipeline;

namespace Moderation.Enforcement;

/// <summary>Why a judgement cannot be undone, or did not become a decision.</summary>
public static class JudgementErrors
{
    public static Error NothingToUndo { get; } = new(
        Refusal.Conflict, "judgement.nothingToUndo", "The time to undo this is over, or it was undone before.");

    public static Error TakenAway { get; } = new(
        Refusal.Conflict, "judgement.takenAway", "Somebody else decided this meanwhile, or it is for others now.");

    public static Error Gone { get; } = new(
        Refusal.Conflict, "judgement.gone", "What it was about is gone.");

    public static Error NewGround { get; } = new(
        Refusal.Conflict, "judgement.newGround", "It was reported for something else meanwhile. Look at that too, then decide.");

    public static Error RulesChanged { get; } = new(
        Refusal.Conflict, "judgement.rulesChanged", "Other rules came into force meanwhile. Look at what they ask for, then decide.");

    public static Error NotYoursAnyMore { get; } = new(
        Refusal.NotAllowed, "judgement.notAllowed", "Who judged may not decide this any more.");
}
