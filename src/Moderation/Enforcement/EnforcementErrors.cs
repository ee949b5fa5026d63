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

    public static Error BatchUnderway { get; } = new(
        Refusal.Conflict, "batch.underway", "This is about to be decided with others, in a run that has not ended.");

    public static Error OverridesAnother { get; } = new(
        Refusal.Unprocessable, "decision.overridesAnother", "A decision takes the place of an earlier one on the same subject only.");

    public static Error OverridesDerived { get; } = new(
        Refusal.Conflict, "decision.overridesDerived", "This follows from strikes; look at the decision that gave the strike.");

    public static Error OverridesByPerson { get; } = new(
        Refusal.Unprocessable, "decision.overridesByPerson", "Only a person takes the place of an earlier decision, and for good.");

    public static Error UnknownOutcome { get; } = new(
        Refusal.Unprocessable, "outcome.unknown", "This decision has no such outcome.");

    public static Error OutcomeLifted { get; } = new(
        Refusal.Conflict, "outcome.alreadyLifted", "This outcome was lifted before.");

    public static Error NotInterim { get; } = new(
        Refusal.Conflict, "decision.notInterim", "This decision does not wait for anybody to confirm it.");

    public static Error InterimEnded { get; } = new(
        Refusal.Conflict, "decision.interimEnded", "Nobody confirmed this in time, so it has ended. Decide anew.");

    public static Error ByOrder { get; } = new(
        Refusal.Conflict, "decision.byOrder", "An authority ordered this; it ends when the order is withdrawn.");

    public static Error UnknownOrder { get; } = new(Refusal.Unknown, "order.unknown", "There is no such order.");

    public static Error OrderDiffers { get; } = new(
        Refusal.Conflict, "order.differs", "This authority gave another order under this reference before.");

    public static Error OrderWithdrawn { get; } = new(Refusal.Conflict, "order.withdrawn", "This order was withdrawn before.");

    public static Error OrderStrike { get; } = new(
        Refusal.Unprocessable, "order.strike", "An order is no breach of our rules, so it gives no strike.");

    internal const string PausedCode = "decision.paused";

    public static Error AlreadyPaused { get; } = new(Refusal.Conflict, "pause.already", "This is paused already.");

    public static Error NotPaused { get; } = new(Refusal.Unknown, "pause.unknown", "This is not paused.");

    public static Error Paused(PauseKind kind, string code) => new(
        Refusal.Conflict, PausedCode, $"Automatic decisions are paused for the {kind.ToString().ToLowerInvariant()} '{code}'.");

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

    public static Error OutcomeHidden { get; } = new(
        Refusal.NotAllowed, "outcome.hidden", "From this queue that is not decided. Choose other outcomes, or hand the case on.");
}
