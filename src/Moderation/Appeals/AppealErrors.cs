using Moderation.Pipeline;

namespace Moderation.Appeals;

/// <summary>Every way this room refuses.</summary>
public static class AppealErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "appeal.unknown", "There is no such appeal.");

    public static Error NotYours { get; } = new(Refusal.NotAllowed, "appeal.notYours", "Only the one it was decided against can appeal this.");

    public static Error AlreadyFiled { get; } = new(Refusal.Conflict, "appeal.alreadyFiled", "This was appealed before.");

    public static Error WindowClosed { get; } = new(
        Refusal.Gone, "appeal.windowClosed", "The time to appeal this has ended. An out-of-court body or a court may still look at it.");

    public static Error NothingToAppeal { get; } = new(
        Refusal.Conflict, "appeal.nothingToAppeal", "This decision no longer counts, so there is nothing to appeal.");

    public static Error SameReviewer { get; } = new(
        Refusal.Conflict, "appeal.sameReviewer", "Whoever decided does not rule on the appeal; somebody else will.");

    public static Error OwnAppeal { get; } = new(
        Refusal.NotAllowed, "appeal.own", "This appeal is about your own account; somebody else will take it.");

    public static Error FindingLocked { get; } = new(Refusal.Conflict, "appeal.findingLocked", "Your finding is locked.");

    public static Error FindingFirst { get; } = new(
        Refusal.Conflict, "appeal.findingFirst", "Look for yourself first: set your finding, then compare.");

    public static Error NothingLifted { get; } = new(
        Refusal.Unprocessable, "appeal.nothingLifted", "Say which of the decision's outcomes are taken back, but not all of them.");

    /// <param name="due">By when the fact-checkers answer; after that, or once they refused, it may be appealed.</param>
    public static Error DisputeOpen(DateTimeOffset due) => new(
        Refusal.Conflict, "appeal.disputeOpen", string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The fact-checkers are looking at the rating and answer by {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC. You can appeal once they refuse, or are late."));

    /// <param name="redress">Where else one can turn, in the authority's words.</param>
    public static Error ByOrder(string redress) => new(
        Refusal.Conflict, "appeal.byOrder", $"An authority ordered this, so we cannot look at it again ourselves. {redress}");

    internal static Error NotNow(AppealState state, AppealAct act) => new(
        Refusal.Conflict, $"appeal.{char.ToLowerInvariant(state.ToString()[0])}{state.ToString()[1..]}", act switch
        {
            AppealAct.Withdraw => $"This appeal is {Words(state)} and cannot be withdrawn.",
            AppealAct.Claim => $"This appeal is {Words(state)} and nobody needs to look at it.",
            _ => $"This appeal is {Words(state)} and cannot be ruled on.",
        });

    private static string Words(AppealState state) => state switch
    {
        AppealState.Ruled => "answered",
        AppealState.Withdrawn => "withdrawn",
        AppealState.Moot => "closed, because its decision no longer counts",
        _ => "open",
    };
}
