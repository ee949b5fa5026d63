using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator asks what waits, the most urgent first.</summary>
/// <param name="View">Which part of it.</param>
/// <param name="Take">1 to 200 rows.</param>
/// <param name="After">The last row of the page before.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record ReviewQueue(ReviewQueue.Part View = ReviewQueue.Part.All, int Take = 50, ReviewQueue.Place? After = null)
    : IQuery<ReviewQueue.Answer>
{
    /// <summary>Beyond this a count is said to be "or more".</summary>
    public const int CountCap = 10_000;

    public enum Part
    {
        All,
        Mine,
        Severe,
        Late,
        Escalated,
    }

    /// <summary>Where a page ended.</summary>
    public sealed record Place(double Priority, DateTimeOffset DueAt, CaseId Id);

    /// <param name="Count">Of all that wait in this part, capped.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, Place? Next);

    /// <param name="State">Open, Claimed, Escalated, Snoozed, or Kept for somebody.</param>
    /// <param name="HeldBy">The pseudonym of who holds it.</param>
    /// <param name="Harm">Log of the expected harm, 0 and up.</param>
    /// <param name="PictureRevision">The revision whose first picture or video may be shown; null for none.</param>
    public sealed record Row(
        CaseId Id, SubjectRef Subject, ContentKind? Kind, AccountId Author, string Handle, string FirstLine, string? MediaUrl,
        Severity Severity, double Harm, IReadOnlyList<string> Guidelines, int Reports, int Signals, long Reach,
        DateTimeOffset OpenedAt, DateTimeOffset DueAt, string State, string? HeldBy, bool IsMine, int? PictureRevision = null);

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, TimeProvider clock) : IRequestHandler<ReviewQueue, Result<Answer>>
    {
        private const int MaxLine = 160;

        public async Task<Result<Answer>> Handle(ReviewQueue query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var now = clock.GetUtcNow();
            var lanes = (await claims.LanesFor(member, ct)).Select(x => x.Id).ToList();
            var cases = Of(query.View, db.Cases.AsNoTracking().Waiting.Where(x => lanes.Contains(x.LaneId)), me, now);
            var count = await cases.OrderBy(x => x.Id).Take(CountCap + 1).CountAsync(ct);
            if (query.After is { } after)
                cases = cases.Where(x => x.Priority < after.Priority || x.Priority == after.Priority
                    && (x.DueAt > after.DueAt || x.DueAt == after.DueAt && x.Id > after.Id));

            var take = Math.Clamp(query.Take, 1, 200);
            var page = await cases.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id)
                .Take(take).ToListAsync(ct);
            var rows = await Show(page, me, now, ct);
            var last = page.LastOrDefault();
            return new Answer(rows, count, page.Count < take || last is null ? null : new(last.Priority, last.DueAt, last.Id));
        }

        private static IQueryable<Case> Of(Part view, IQueryable<Case> cases, StaffId me, DateTimeOffset now) => view switch
        {
            Part.Mine => cases.Where(x => x.Holder == me && x.AvailableAt > now),
            Part.Severe => cases.Where(x => x.Severity == Severity.Severe),
            Part.Late => cases.LateAt(now),
            Part.Escalated => cases.Where(x => x.IsEscalated),
            _ => cases,
        };

        private async Task<Row[]> Show(List<Case> page, StaffId me, DateTimeOffset now, CancellationToken ct)
        {
            var ids = page.Where(x => x.SubjectKind is SubjectKind.Content).Select(x => new ContentId(x.SubjectId)).ToList();
            var items = await db.Content.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
            var revisions = (await (
                from revision in db.Revisions.AsNoTracking()
                join item in db.Content on new { Id = revision.ContentId, revision.Number } equals new { item.Id, Number = item.Revision }
                where ids.Contains(item.Id)
                select new { item.Id, revision.Number, revision.Media, Text = revision.Text == null ? "" : revision.Text.Substring(0, MaxLine) })
                .ToListAsync(ct)).ToDictionary(x => x.Id);
            var authors = page.Select(x => x.AuthorId).Distinct().ToList();
            var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
            var holders = page.Where(x => x.Holder is not null && x.AvailableAt > now).Select(x => x.Holder!.Value).Distinct().ToList();
            var names = await db.Staff.AsNoTracking().Where(x => holders.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);

            return [.. page.Select(x =>
            {
                // A restricted case is opened or not seen: no previews.
                var revision = x is { SubjectKind: SubjectKind.Content, IsRestricted: false } ? revisions.GetValueOrDefault(new ContentId(x.SubjectId)) : null;
                var held = x.Holder is { } holder && x.AvailableAt > now ? holder : (StaffId?)null;
                return new Row(
                    x.Id, x.Subject,
                    x.SubjectKind is SubjectKind.Content ? items.GetValueOrDefault(new ContentId(x.SubjectId))?.Kind : null,
                    x.AuthorId, handles.GetValueOrDefault(x.AuthorId) is { Length: > 0 } handle ? handle : x.AuthorId.Value,
                    revision?.Text ?? "", revision?.Media.FirstOrDefault()?.Url, x.Severity,
                    x.Harm, x.Guidelines, x.Reports, x.Signals, x.Reach,
                    x.OpenedAt, x.DueAt, x.KeptFor(now) is null ? $"{x.StateAt(now)}" : "Kept",
                    held is { } who ? names.GetValueOrDefault(who)?.CalledBy : null, held == me,

                    revision?.Media is [{ Kind: not MediaKind.Audio }, ..] ? revision.Number : null);
            })];
        }
    }
}
