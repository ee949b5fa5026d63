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

    public static Error Closed { get; } = new(Refusal.Conflict, "case.closed", "This case is closed.");

    public static Error UnknownView { get; } = new(Refusal.Unknown, "view.unknown", "There is no such view of yours.");

    public static Error ViewNameTaken { get; } = new(Refusal.Conflict, "view.name-taken", "You have a view of that name.");

    public static Error TooManyViews { get; } = new(Refusal.Conflict, "view.too-many", $"You have {SavedView.MaxViews} views. Remove one first.");
}
