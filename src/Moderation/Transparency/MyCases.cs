using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A moderator sees what is theirs: claimed, kept for them, put aside, asked about, and decided since yesterday.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record MyCases : IQuery<MyCases.Answer>
{
    /// <summary>Of each part no more are listed.</summary>
    public const int MostOfEach = 50;

    public static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>Each part in the order in which it asks for something; a case is in the first part it belongs to.</summary>
    public sealed record Answer(
        IReadOnlyList<Row> Claimed, IReadOnlyList<Row> Kept, IReadOnlyList<Row> Snoozed, IReadOnlyList<Row> Escalated, IReadOnlyList<Row> Decided);

    /// <param name="Kind">Null for accounts.</param>
    /// <param name="DueAt">Null for what is decided.</param>
    /// <param name="Until">Of the claim, the keeping or the snooze; when it was decided.</param>
    /// <param name="By">The pseudonym of who handed it over, or answered.</param>
    /// <param name="Words">What they said; why it was put aside; what was asked.</param>
    /// <param name="Answer">What a lead answered.</param>
    public sealed record Row(
        CaseId Id, ContentKind? Kind, string Handle, Severity Severity, string? Guideline, DateTimeOffset? DueAt, bool IsPaused,
        KeptAs? As, DateTimeOffset? Until, string? By, string? Words, string? Answer);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<MyCases, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MyCases query, CancellationToken ct)
        {
            var (me, now) = (((Actor.Staff)call.Actor).Id, clock.GetUtcNow());
            var mine = db.Cases.AsNoTracking().Where(x => !x.IsRestricted || call.Rights.Holds(Role.ChildSafety));
            var claimed = await mine.HeldBy(me, now).OrderBy(x => x.AvailableAt).Take(MostOfEach).ToListAsync(ct);
            var kept = await mine.KeptFor(me, now).OrderByDescending(x => x.Priority).Take(MostOfEach).ToListAsync(ct);
            var snoozed = await mine.Waiting.Where(x => x.SnoozedBy == me && x.SnoozedUntil > now).OrderBy(x => x.SnoozedUntil).Take(MostOfEach).ToListAsync(ct);
            var asked = await mine.Waiting.Where(x => x.EscalatedBy == me && !(x.AssignedTo == me && x.AvailableAt > now) && !(x.Holder == me && x.AvailableAt > now))
                .OrderByDescending(x => x.AnsweredAt).ThenByDescending(x => x.Priority).Take(MostOfEach).ToListAsync(ct);
            var since = now - Recent;
            var decided = await (
                from made in db.Set<Decision>()
                join @case in mine on made.CaseId equals (CaseId?)@case.Id
                where made.MadeAt > since && made.DecidedBy == me
                orderby made.MadeAt descending
                select @case).Take(MostOfEach).ToListAsync(ct);

            var rows = await new Rows(db, now).Of([.. claimed, .. kept, .. snoozed, .. asked, .. decided], ct);
            return new Answer(
                [.. claimed.Select(x => rows(x) with { Until = x.AvailableAt, As = x.KeptAs, Words = x.KeptNote })],
                [.. kept.Select(x => rows(x) with { Until = x.AvailableAt, As = x.KeptAs, Words = x.KeptAs is KeptAs.Answered ? x.Question : x.KeptNote, Answer = x.KeptAs is KeptAs.Answered ? x.Answer : null })],
                [.. snoozed.Select(x => rows(x) with { Until = x.SnoozedUntil, By = null, Words = x.SnoozeReason })],
                [.. asked.Select(x => rows(x) with { Words = x.Question, Answer = x.Answer })],
                [.. decided.DistinctBy(x => x.Id).Select(x => rows(x) with { DueAt = null, IsPaused = false, By = null, Until = x.ClosedAt })]);
        }
    }

    // What every row shows, read for all of them at once.
    private sealed class Rows(ModerationDb db, DateTimeOffset now)
    {
        public async Task<Func<Case, Row>> Of(List<Case> cases, CancellationToken ct)
        {
            var authors = cases.Select(x => x.AuthorId).Distinct().ToList();
            var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
            var people = cases.SelectMany(x => new[] { x.KeptBy, x.AnsweredBy }).OfType<StaffId>().Distinct().ToList();
            var names = await db.Staff.AsNoTracking().Where(x => people.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
            return x => new(
                x.Id, x.ContentKind, handles.GetValueOrDefault(x.AuthorId) is { Length: > 0 } handle ? handle : x.AuthorId.Value, x.Severity,
                x.LeadGuideline, x.DueAt, x.IsPausedAt(now), null, null,
                (x.KeptBy ?? x.AnsweredBy) is { } by ? names.GetValueOrDefault(by)?.CalledBy : null, null, null);
        }
    }
}
