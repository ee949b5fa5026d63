using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>Every way this room refuses.</summary>
public static class ReviewErrors
{
    public static Error UnknownCase { get; } = new(Refusal.Unknown, "case.unknown", "There is no such case.");

    public static Error StaleClaim { get; } = new(
        Refusal.Conflict, "claim.stale", "This case is no longer yours. Nothing was decided.");

    public static Error HeldByAnother { get; } = new(
        Refusal.Conflict, "claim.held", "Somebody else is looking at this case.");

    public static Error ForLeads { get; } = new(
        Refusal.NotAllowed, "case.escalated", "This case was handed on; a lead will take it.");

    public static Error OwnCase { get; } = new(
        Refusal.NotAllowed, "claim.own", "This case is about your own account or report; somebody else will take it.");

    public static Error NothingWaits { get; } = new(Refusal.Unknown, "queue.empty", "Nothing waits.");

    public static Error UnknownNote { get; } = new(Refusal.Unknown, "note.unknown", "There is no such note.");

    public static Error NotYourNote { get; } = new(Refusal.NotAllowed, "note.notYours", "Somebody else wrote this note.");

    public static Error NoteStands { get; } = new(
        Refusal.Conflict, "note.stands", "This note can no longer be withdrawn: ten minutes have passed, or it is gone already.");

    public static Error Closed { get; } = new(Refusal.Conflict, "case.closed", "This case is closed.");
}
