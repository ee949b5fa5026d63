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

/// <summary>A moderator asks what else waits about the account behind a case, the most urgent first, and what of it they may judge now.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record RestOfAccount(CaseId From) : IQuery<RestOfAccount.Answer>
{
    /// <summary>In characters.</summary>
    public const int MaxLine = 200;

    /// <param name="IsMore">Whether there are more than can be judged at once.</param>
    /// <param name="Underway">A run of who asks, that judges some of it and has not ended.</param>
    /// <param name="Held">That of who asks on the case they come from; null for none.</param>
    public sealed record Answer(AccountId Account, string Handle, IReadOnlyList<Row> Cases, bool IsMore, RunId? Underway, Claim? Held);

    public sealed record Claim(long Number, DateTimeOffset Until);

    /// <param name="Picture">The place of its first picture or video among its media; null for none.</param>
    /// <param name="HeldBy">As colleagues call who else holds it.</param>
    /// <param name="Left">Why who asks may not judge it now; null where they may.</param>
    public sealed record Row(
        CaseId Id, SubjectRef Subject, ContentKind? Kind, int? Revision, string Line, int? Picture, DateTimeOffset? PostedAt, Severity Severity,
        IReadOnlyList<string> Guidelines, int Reports, int Signals, DateTimeOffset DueAt, string? HeldBy, Error? Left);

    internal sealed class Handler(ModerationDb db, CaseSight sight, Claims claims, BatchLook look, Batches batches, TimeProvider clock) : IRequestHandler<RestOfAccount, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RestOfAccount query, CancellationToken ct)
        {
            if (!(await sight.See(query.From, ct)).IsOk(out var from, out var refusal))
                return refusal;

            var author = from.Case.AuthorId;
            var found = await db.Cases.AsNoTracking().Waiting.Where(x => x.AuthorId == author && x.Id != query.From)
                .OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Take(DecideRest.Most + 1).ToListAsync(ct);
            var cases = new List<Case>();
            foreach (var @case in found.Take(DecideRest.Most))
                if (await claims.MaySee(from.By, @case, ct))
                    cases.Add(@case);

            var handle = await db.Accounts.Where(x => x.Id == author).Select(x => x.Handle).FirstOrDefaultAsync(ct);
            return new Answer(
                author, handle is { Length: > 0 } ? handle : author.Value, await Show(cases, from.By, ct), found.Count > DecideRest.Most,
                (await batches.Against(author, from.By.Id, ct))?.Id,
                from.Case.Holder == from.By.Id && from.Case.AvailableAt > clock.GetUtcNow() ? new(from.Case.ClaimNumber, from.Case.AvailableAt) : null);
        }

        private async Task<Row[]> Show(List<Case> cases, StaffMember by, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var underway = await batches.Underway(ct);
            var left = (await look.At(cases, new Batch(by.Id, "", default, null, "", null, []), by, ct)).ToDictionary(x => x.Subject, x => x.Left);
            var ids = cases.Where(x => x.SubjectKind is SubjectKind.Content && !x.IsRestricted).Select(x => new ContentId(x.SubjectId)).ToArray();
            var said = (await (
                from revision in db.Revisions.AsNoTracking()
                join item in db.Content on new { Id = revision.ContentId, revision.Number } equals new { item.Id, Number = item.Revision }
                where ids.Contains(item.Id)
                select new { item.Id, item.CreatedAt, item.Revision, revision.Media, Line = revision.Text == null ? "" : revision.Text.Substring(0, MaxLine) })
                .ToListAsync(ct)).ToDictionary(x => x.Id.Value);
            var holders = cases.Where(x => x.Holder is not null && x.Holder != by.Id && x.AvailableAt > now).Select(x => x.Holder!.Value).Distinct().ToArray();
            var names = await db.Staff.AsNoTracking().Where(x => holders.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);
            return [.. cases.Select(x =>
            {
                // A restricted case is opened or not seen: no previews.
                var words = x is { SubjectKind: SubjectKind.Content, IsRestricted: false } ? said.GetValueOrDefault(x.SubjectId) : null;
                var place = words?.Media.FindIndex(y => y.Kind is MediaKind.Image or MediaKind.Video) ?? -1;
                return new Row(
                    x.Id, x.Subject, x.ContentKind, words?.Revision, words?.Line ?? "", place < 0 ? null : place, words?.CreatedAt, x.Severity, x.Guidelines, x.Reports, x.Signals,
                    x.DueAt, x.Holder is { } holder && x.AvailableAt > now ? names.GetValueOrDefault(holder) : null,
                    left[x.Subject] ?? (underway.Contains(x.Subject) ? EnforcementErrors.BatchUnderway : null));
            })];
        }
    }
}
