using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>An item came under a check, or left it.</summary>
internal sealed record ItemRated(ContentId Content) : IEvent;

/// <summary>Every way in which what fact-checkers do on their pages is refused.</summary>
public static class ClaimErrors
{
    public static Error UnknownItem { get; } = new(
        Refusal.Unknown, "claim.unknownItem", "There is no such post, or it is not shown to everybody, so that nobody checks it.");

    public static Error Own { get; } = new(Refusal.NotAllowed, "claim.own", "This is from your own account. Somebody else has to check it.");

    public static Error RatedOtherwise { get; } = new(
        Refusal.Conflict, "claim.ratedOtherwise", "This page rates this very claim otherwise already. To change that, correct the check.");

    public static Error NotDoubted { get; } = new(Refusal.Conflict, "claim.notDoubted", "Nobody waits for a check of this post any more.");
}
