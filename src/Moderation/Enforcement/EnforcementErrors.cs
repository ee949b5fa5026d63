using Moderation.Pipeline;

namespace Moderation.Enforcement;

/// <summary>Every way this room refuses.</summary>
public static class EnforcementErrors
{
    public static Error UnknownDecision { get; } = new(Refusal.Unknown, "decision.unknown", "There is no such decision.");

    public static Error UnknownSubject { get; } = new(Refusal.Unknown, "subject.unknown", "We do not know this subject.");

    public static Error RevisionChanged { get; } = new(
        Refusal.Conflict, "decision.revisionChanged", "This was changed since you looked. Look at what it says now, then decide.");

    public static Error Cleared { get; } = new(
        Refusal.Conflict, "decision.cleared", "A person found that this does not break this rule; software may not say so again.");

    public static Error AlreadyOverturned { get; } = new(
        Refusal.Conflict, "decision.alreadyOverturned", "This decision was overturned before.");

    public static Error Superseded { get; } = new(
        Refusal.Conflict, "decision.superseded", "This decision no longer counts, so there is nothing to overturn.");

    public static Error UnknownGuideline { get; } = new(
        Refusal.Unprocessable, "guideline.unknown", "The rulebook in force has no such guideline.");

    public static Error FindingMismatch { get; } = new(
        Refusal.Unprocessable, "decision.findingMismatch",
        "A recommendation guideline can only be found not recommendable; it is nothing one violates.");

    public static Error DeviationReason { get; } = new(
        Refusal.Unprocessable, "decision.deviationReason", "These outcomes are not those of the rule: say why.");

    public static Error DecidedByMissing { get; } = new(
        Refusal.Unprocessable, "decision.decidedByMissing", "Say who decided; only a fully automated decision has nobody.");

    public static Error RestrictedGuideline { get; } = new(
        Refusal.NotAllowed, "guideline.restricted", "Only child-safety specialists decide under this guideline.");

    public static Error OwnDecision { get; } = new(
        Refusal.NotAllowed, "decision.own", "This decision is about your own account; somebody else has to look at it.");

    public static Error DecidedAlike { get; } = new(
        Refusal.Conflict, "decision.alike", "The same was decided on this before.");

    public static Error NoStrike { get; } = new(
        Refusal.Conflict, "strike.none", "This decision has no strike in force on this account to take back.");

    public static Error BatchEmpty { get; } = new(
        Refusal.Unprocessable, "batch.empty", "Nothing of this can be decided by you now; the preview says why.");

    public static Error BadOutcome(string words) => new(Refusal.Unprocessable, "outcome.invalid", words);
}
