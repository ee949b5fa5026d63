using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>Every way a dispute is refused.</summary>
public static class DisputeErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "dispute.unknown", "There is no such dispute.");

    public static Error NotYours { get; } = new(Refusal.NotAllowed, "dispute.notYours", "Only the author of what was rated can dispute the rating.");

    public static Error NotARating { get; } = new(
        Refusal.Conflict, "dispute.notARating", "No fact-checker's rating brought this decision. You can appeal it to us.");

    public static Error NothingToDispute { get; } = new(
        Refusal.Conflict, "dispute.nothingToDispute", "This rating no longer counts here, so there is nothing to dispute.");

    public static Error AlreadyOpen { get; } = new(Refusal.Conflict, "dispute.alreadyOpen", "The fact-checkers have a dispute about this rating already.");

    public static Error AlreadyAnswered { get; } = new(
        Refusal.Conflict, "dispute.alreadyAnswered", "The fact-checkers looked at this rating again and stay with it. You can appeal to us if it does not belong here.");

    public static Error WindowClosed { get; } = new(Refusal.Gone, "dispute.windowClosed", "The time to dispute this rating has ended.");

    public static Error Own { get; } = new(Refusal.NotAllowed, "dispute.own", "This dispute is of your own account; somebody else will answer it.");

    public static Error RatingMissing { get; } = new(Refusal.Unprocessable, "dispute.ratingMissing", "Say which rating takes the place of the old one.");

    public static Error SameRating { get; } = new(Refusal.Unprocessable, "dispute.sameRating", "That is the rating as it is. If it stands, say so.");

    internal static Error NotNow(DisputeState state, DisputeAct act) => new(
        Refusal.Conflict, $"dispute.{char.ToLowerInvariant(state.ToString()[0])}{state.ToString()[1..]}", act switch
        {
            DisputeAct.Withdraw => $"This dispute is {Words(state)} and cannot be withdrawn.",
            DisputeAct.Answer => $"This dispute is {Words(state)} and needs no answer.",
            _ => $"This dispute is {Words(state)}.",
        });

    private static string Words(DisputeState state) => state switch
    {
        DisputeState.Answered => "answered",
        DisputeState.Withdrawn => "withdrawn",
        DisputeState.Moot => "closed, because its rating no longer counts there",
        _ => "open",
    };
}
