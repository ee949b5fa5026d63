using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>Why a case is kept for somebody.</summary>
public enum KeptAs
{
    HandedOver,
    Answered,
    Assigned,
}

// How a case goes from hand to hand, and what its clock does meanwhile. AssignedTo stands only while nobody holds it and it
// does not sleep, so that whom it is kept for may always claim it.
internal sealed partial class Case
{
    public string? SnoozeReason { get; private set; }

    public KeptAs? KeptAs { get; private set; }

    /// <summary>Who handed it over, or answered.</summary>
    public StaffId? KeptBy { get; private set; }

    /// <summary>What they said to whom it is kept for.</summary>
    public string? KeptNote { get; private set; }

    public string? Answer { get; private set; }

    public StaffId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Where it waited before it was handed on to leads.</summary>
    public long? HomeLaneId { get; private set; }

    /// <summary>When its clock goes on by itself; null while nobody knows.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>How long its clock stood still, or will have when the pause that runs ends by itself; in ticks.</summary>
    public long PausedTicks { get; private set; }

    public CaseState StateAt(DateTimeOffset now) =>
        Stage is CaseStage.Decided ? CaseState.Decided
        : Stage is CaseStage.Void ? CaseState.Void
        : Holder is not null && AvailableAt > now ? CaseState.Claimed
        : SnoozedUntil > now ? CaseState.Snoozed
        : IsEscalated ? CaseState.Escalated
        : CaseState.Open;

    /// <summary>Whom it is kept for now; null when for nobody.</summary>
    public StaffId? KeptFor(DateTimeOffset now) =>
        Stage is CaseStage.Waiting && AvailableAt > now && Holder is null && !(SnoozedUntil > now) ? AssignedTo : null;

    /// <summary>Why this may not be done with it now; null where it may.</summary>
    public Error? Refuses(CaseMove move, DateTimeOffset now) =>
        CaseMoves.After(StateAt(now), move, IsEscalated).Match(_ => (Error?)null, no => no);

    /// <summary>Whether it can be late: not while its clock stands still.</summary>
    public bool IsPausedAt(DateTimeOffset now) => PausedAt is not null && (PausedUntil is null || PausedUntil > now);

    public void Snooze(DateTimeOffset until, string reason, StaffId by, bool pausesClock, DateTimeOffset now)
    {
        LetGo(until);
        (SnoozedUntil, SnoozedBy, SnoozeReason) = (until, by, reason);
        // While somebody is to answer it stands still already.
        if (pausesClock && !IsPausedAt(now))
            Pause(now, until);
    }

    public void Wake(DateTimeOffset now)
    {
        (SnoozedUntil, AvailableAt) = (null, now);
        if (PausedUntil is not null)
            Resume(now);
    }

    /// <summary>What turns out graver than it was when it was put aside waits no longer, and for nobody.</summary>
    public void Rouse((Severity Severity, bool IsRestricted) was, DateTimeOffset now)
    {
        if (Holder is not null && AvailableAt > now || Severity <= was.Severity && IsRestricted == was.IsRestricted)
            return;

        AssignedTo = null;
        if (AvailableAt > now)
            Wake(now);
    }

    public void HandOver(StaffId to, string note, StaffId by, DateTimeOffset until)
    {
        LetGo(until);
        (AssignedTo, KeptAs, KeptBy, KeptNote) = (to, Review.KeptAs.HandedOver, by, note);
    }

    /// <summary>Back to where it waited, kept for who asked; for everybody at once where that person cannot take it.</summary>
    public void Reply(string answer, StaffId by, Lane home, DateTimeOffset? keptUntil, DateTimeOffset now)
    {
        LetGo(keptUntil ?? now);
        (IsEscalated, LaneId, HomeLaneId) = (false, home.Id, null);
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, now);
        if (keptUntil is not null)
            (AssignedTo, KeptAs, KeptBy, KeptNote) = (EscalatedBy, Review.KeptAs.Answered, by, null);
        if (PausedUntil is null)
            Resume(now);
    }

    /// <summary>What was kept for somebody is everybody's, from then on.</summary>
    public void FallBack(DateTimeOffset at)
    {
        if (AvailableAt > at)
            AvailableAt = at;
    }

    /// <summary>Whoever held it works here no more.</summary>
    public void TakeBack(DateTimeOffset now) => LetGo(now);

    private void LetGo(DateTimeOffset availableAt)
    {
        (Holder, AssignedTo, SnoozedUntil, AvailableAt) = (null, null, null, availableAt);
        ClaimNumber++;
    }

    // A pause whose end is known moves the due time at once: then it is right whether or not anything runs at that end.
    private void Pause(DateTimeOffset now, DateTimeOffset? until)
    {
        (PausedAt, PausedUntil) = (now, until);
        if (until is { } end)
            Defer(end - now);
    }

    private void Resume(DateTimeOffset now)
    {
        if (PausedAt is { } since)
            Defer(PausedUntil is not { } end ? now - since : end > now ? now - end : TimeSpan.Zero);
        (PausedAt, PausedUntil) = (null, null);
    }

    private void Defer(TimeSpan by)
    {
        DueAt += by;
        PausedTicks += by.Ticks;
    }
}
