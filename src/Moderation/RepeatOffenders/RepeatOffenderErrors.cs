using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>Every way this room refuses.</summary>
public static class RepeatOffenderErrors
{
    public static Error NotInForce { get; } = new(
        Refusal.Conflict, "rulebook.notInForce", "Only the rulebook in force can be applied to what was decided before.");

    public static Error NoFirstWarning { get; } = new(
        Refusal.Conflict, "training.noFirstWarning", "The account has no first warning that a course could lift.");

    public static Error Excluded { get; } = new(
        Refusal.Conflict, "training.excluded", "No course lifts a warning under this rule.");

    public static Error NotCleanLongEnough { get; } = new(
        Refusal.Conflict, "training.notCleanLongEnough", "A course was taken before, and since then the account was not without a strike for long enough.");

    public static Error TrainingInFuture { get; } = new(
        Refusal.Invalid, "training.inFuture", "A course cannot have been finished in the future.");

    public static Error UnknownLadder { get; } = new(
        Refusal.Unknown, "ladder.unknown", "The rulebook in force has no ladder of this name.");
}
