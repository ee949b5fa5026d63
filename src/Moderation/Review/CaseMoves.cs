using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>Where a case stands at an instant.</summary>
public enum CaseState
{
    Open,
    Claimed,
    Escalated,
    Snoozed,
    Decided,
    Void,
}

/// <summary>What may be done with a case. From <see cref="Renew"/> on it rests on a claim.</summary>
public enum CaseMove
{
    Claim,
    Assign,
    Gather,
    Wake,
    Judge,
    Vanish,
    Renew,
    Leave,
    Release,
    Decide,
    Escalate,
    Answer,
    Snooze,
    HandOver,
}

/// <summary>The whole life of a case; what is not here is refused by name.</summary>
internal static class CaseMoves
{
    /// <param name="isEscalated">Whether it waits for an answer, also while a lead holds it.</param>
    public static Result<CaseState> After(CaseState state, CaseMove move, bool isEscalated) => (state, move) switch
    {
        (CaseState.Open or CaseState.Escalated, CaseMove.Claim) => CaseState.Claimed,
        (CaseState.Open, CaseMove.Assign) => CaseState.Open,
        (CaseState.Snoozed, CaseMove.Wake) => Waiting(isEscalated),
        (CaseState.Claimed, CaseMove.Renew or CaseMove.Leave) => CaseState.Claimed,
        (CaseState.Claimed, CaseMove.Release or CaseMove.HandOver) => Waiting(isEscalated),
        (CaseState.Claimed, CaseMove.Decide) => CaseState.Decided,
        (CaseState.Claimed, CaseMove.Escalate) => CaseState.Escalated,
        (CaseState.Claimed, CaseMove.Answer) when isEscalated => CaseState.Open,
        (CaseState.Claimed, CaseMove.Snooze) => CaseState.Snoozed,
        (not (CaseState.Decided or CaseState.Void), CaseMove.Gather) => state,
        (not (CaseState.Decided or CaseState.Void), CaseMove.Judge) => CaseState.Decided,
        (not (CaseState.Decided or CaseState.Void), CaseMove.Vanish) => CaseState.Void,
        _ => Refusal(state, move),
    };

    // Whoever rests on a claim learns that theirs is gone, whatever became of the case.
    private static Error Refusal(CaseState state, CaseMove move) => (state, move) switch
    {
        (CaseState.Claimed, CaseMove.Answer) => ReviewErrors.NotAsked,
        (_, >= CaseMove.Renew) => ReviewErrors.StaleClaim,
        (CaseState.Decided or CaseState.Void, _) => ReviewErrors.Closed,
        (_, CaseMove.Wake) => ReviewErrors.NotSnoozed,
        (CaseState.Snoozed, _) => ReviewErrors.Snoozed,
        (CaseState.Escalated, _) => ReviewErrors.ForLeads,
        _ => ReviewErrors.HeldByAnother,
    };

    private static CaseState Waiting(bool isEscalated) => isEscalated ? CaseState.Escalated : CaseState.Open;
}
