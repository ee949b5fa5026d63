using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator sees who put a case aside, handed it on, asked or answered, and why.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseKeeping(CaseId Case) : IQuery<CaseKeeping.Answer>
{
    /// <param name="Snoozed">While it is put aside.</param>
    /// <param name="Kept">While it is kept for somebody, and for who claimed what was kept for them.</param>
    /// <param name="Asked">What a colleague asked leads.</param>
    /// <param name="Answered">What a lead answered.</param>
    /// <param name="CanAnswer">Whether this person holds it, and may answer.</param>
    /// <param name="IsPaused">Its clock stands still.</param>
    public sealed record Answer(Snooze? Snoozed, Keeping? Kept, Said? Asked, Said? Answered, bool CanAnswer, bool IsPaused);

    /// <param name="By">A pseudonym.</param>
    /// <param name="CanWake">Whether this person may have it looked at after all.</param>
    public sealed record Snooze(DateTimeOffset Until, string? By, string Reason, bool CanWake);

    /// <param name="For">A pseudonym.</param>
    /// <param name="IsMine">Whether it is kept for this person.</param>
    /// <param name="Until">Null once it was claimed.</param>
    public sealed record Keeping(KeptAs As, string? For, bool IsMine, string? By, string? Note, DateTimeOffset? Until);

    /// <param name="By">A pseudonym; null where a machine asked.</param>
    public sealed record Said(string Text, string? By, DateTimeOffset? At);

    internal sealed class Handler(ModerationDb db, CaseSight sight, TimeProvider clock) : IRequestHandler<CaseKeeping, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseKeeping query, CancellationToken ct)
        {
            if (!(await sight.Glance(query.Case, ct)).IsOk(out var seen, out var unseen))
                return unseen;

            var (@case, me) = seen;
            var now = clock.GetUtcNow();
            var state = @case.StateAt(now);
            StaffId?[] named = [@case.SnoozedBy, @case.AssignedTo, @case.KeptBy, @case.EscalatedBy, @case.AnsweredBy];
            var ids = named.OfType<StaffId>().Distinct().ToList();
            var names = (await db.Staff.AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct)).ToDictionary(x => x.Id, x => x.CalledBy);
            var isMine = state is CaseState.Claimed && @case.Holder == me.Id;

            return new Answer(
                state is CaseState.Snoozed
                    ? new(@case.SnoozedUntil!.Value, Name(@case.SnoozedBy), @case.SnoozeReason ?? "", @case.SnoozedBy == me.Id || me.Holds(Role.Lead)) : null,
                @case.KeptFor(now) is { } kept ? new(@case.KeptAs!.Value, Name(kept), kept == me.Id, Name(@case.KeptBy), @case.KeptNote, @case.AvailableAt)
                    : isMine && @case.KeptNote is { } note ? new(@case.KeptAs!.Value, null, true, Name(@case.KeptBy), note, null) : null,
                @case.Question is { } question ? new(question, Name(@case.EscalatedBy), null) : null,
                @case.Answer is { } text ? new(text, Name(@case.AnsweredBy), @case.AnsweredAt) : null,
                isMine && @case.IsEscalated && (me.Holds(Role.Lead) || me.Holds(Role.ChildSafety)),
                @case.Stage is CaseStage.Waiting && @case.IsPausedAt(now));

            string? Name(StaffId? id) => id is { } who ? names.GetValueOrDefault(who) : null;
        }
    }
}
