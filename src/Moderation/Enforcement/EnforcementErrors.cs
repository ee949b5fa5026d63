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

    public static Error NotRestricted { get; } = new(
        Refusal.Unprocessable, "decision.notRestricted", "This is about a decision under a restricted guideline, and this one is not.");

    public static Error PreserveInPast { get; } = new(
        Refusal.Unprocessable, "authorityReport.preserveInPast", "What is kept for an authority is kept until an instant that is still to come.");

    public static Error UnknownHold { get; } = new(Refusal.Unknown, "hold.unknown", "There is no such hold, or it was released.");

    public static Error HoldForSpecialists { get; } = new(
        Refusal.NotAllowed, "hold.notYours", "Child-safety specialists hold what is restricted; a lead holds the rest.");

    public static Error UnknownReferral { get; } = new(Refusal.Unknown, "referral.unknown", "There is no such referral.");

    public static Error AlreadyAcknowledged { get; } = new(
        Refusal.Conflict, "referral.acknowledged", "The authority has answered this referral before.");

    public static Error BadOutcome(string words) => new(Refusal.Unprocessable, "outcome.invalid", words);
}
