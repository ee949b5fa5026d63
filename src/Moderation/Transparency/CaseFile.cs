using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A moderator opens a case: the item, what was said of it, and the account's history, on one screen.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseFile(CaseId Case) : IQuery<CaseFile.Answer>
{
    /// <param name="CanClaim">Whether it waits and is not about this person's own account or report.</param>
    /// <param name="HeldBy">The pseudonym of who holds it.</param>
    /// <param name="ClaimNumber">Of this person's own claim; else null.</param>
    /// <param name="LeaseUntil">When the claim ends of whoever holds it.</param>
    /// <param name="ReportCount">Of reports by people.</param>
    /// <param name="Decision">What closed it.</param>
    public sealed record Answer(
        CaseId Id, SubjectRef Subject, CaseStage Stage, bool IsEscalated, string? Question, Severity Severity, double Harm, DateTimeOffset OpenedAt, DateTimeOffset DueAt,
        string? HeldBy, bool IsMine, bool IsOwn, bool CanClaim, long? ClaimNumber, DateTimeOffset? LeaseUntil,
        AccountView Author, Item? Item, Item? Parent, int ReportCount, IReadOnlyList<SignalLine> Signals,
        IReadOnlyList<Named> Named, HistoryView History, DecisionId? Decision);

    public sealed record AccountView(
        AccountId Id, string Handle, string? DisplayName, long Followers, string? Country, string? Language, bool? IsMinor, DateTimeOffset? CreatedAt, bool Gone);

    /// <param name="Reported">The revision that was reported first; null where it is the current one.</param>
    public sealed record Item(
        ContentId Id, ContentKind Kind, string AuthorHandle, DateTimeOffset CreatedAt, string? Language, int Revision, string? Text,
        IReadOnlyList<MediaItem> Media, string Digest, RevisionView? Reported, bool Gone);

    public sealed record RevisionView(int Number, string? Text);

    /// <param name="Explanation">Its own words, or ours with numbers: see <see cref="Explained"/>.</param>
    public sealed record SignalLine(string Detector, string Version, string Label, double Score, string? Guideline, DateTimeOffset At, string? Explanation);

    /// <summary>A guideline that reports and signals name, and how often.</summary>
    public sealed record Named(string Guideline, int Reports, int Signals);

    public sealed record HistoryView(
        int StrikesInForce, DateTimeOffset? NextStrikeEnds, string Ladder, IReadOnlyList<AccountStatus.LadderRow> Steps,
        IReadOnlyList<Earlier> Decisions, int OtherOpenCases);

    public sealed record Earlier(
        DecisionId Id, string Guideline, Finding Finding, DateTimeOffset MadeAt, DecisionState State, AppealState? Appeal,
        IReadOnlyList<EnforceDirectly.Effect> Outcomes);

    internal sealed class Handler(ModerationDb db, CaseSight sight, Claims claims, Seals seals, Restrictions restrictions, Rulebooks rulebooks, StrikeRecords records, TimeProvider clock) : IRequestHandler<CaseFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseFile query, CancellationToken ct)
        {
            return (await sight.See(query.Case, ct)).IsOk(out var seen, out var unseen) ? await Open(seen.Case, seen.By, ct) : unseen;
        }

        private async Task<Answer> Open(Case @case, StaffMember me, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var holder = @case.Holder is { } id && @case.AvailableAt > now ? id : (StaffId?)null;
            var own = await claims.IsBarred(me, @case.Id, ct);
            var named = await db.Reports.Where(x => x.CaseId == @case.Id).GroupBy(x => x.Guideline).Select(x => new { Guideline = x.Key, Count = x.Count() }).ToListAsync(ct);
            var signals = await db.Signals.AsNoTracking().Where(x => x.CaseId == @case.Id).OrderByDescending(x => x.Score).ToListAsync(ct);
            var item = @case.SubjectKind is SubjectKind.Content ? await db.Content.FindAsync([new ContentId(@case.SubjectId)], ct) : null;

            return new(
                @case.Id, @case.Subject, @case.Stage, @case.IsEscalated, @case.Question, @case.Severity,
                @case.Harm, @case.OpenedAt, @case.DueAt,
                holder is { } who ? (await db.Staff.FindAsync([who], ct))?.CalledBy : null, holder == me.Id && @case.JudgementDueAt is null, own,
                @case.Refuses(CaseMove.Claim, now) is null && (@case.KeptFor(now) ?? me.Id) == me.Id && !own && Claims.MayTake(me, @case),
                holder == me.Id && @case.JudgementDueAt is null ? @case.ClaimNumber : null, holder is null ? null : @case.JudgementDueAt ?? @case.AvailableAt,
                await Author(@case.AuthorId, ct), await Show(item, @case.Revision, ct),
                item?.ParentId is { } parent ? await Above(parent, ct) : null,
                @case.Reports,
                [.. signals.Select(x => new SignalLine(x.Detector, x.DetectorVersion, x.Label, x.Score, x.Guideline, x.At, x.Explanation))],
                [.. named.Select(x => x.Guideline).Concat(signals.Select(x => x.Guideline)).OfType<string>().Distinct()
                    .Select(x => new Named(x, named.Where(y => y.Guideline == x).Sum(y => y.Count), signals.Count(y => y.Guideline == x)))
                    .OrderByDescending(x => x.Reports + x.Signals).ThenBy(x => x.Guideline, StringComparer.Ordinal)],
                await History(@case, now, ct), await ClosedBy(@case, ct));
        }

        private async Task<AccountView> Author(AccountId id, CancellationToken ct) => await db.Accounts.FindAsync([id], ct) is { } x
            ? new(id, x.Handle is { Length: > 0 } handle ? handle : id.Value, x.DisplayName, x.FollowerCount, x.Country, x.Language, x.IsMinor ?? (x.Age is { } age ? age < Outcome.AgeOfMajority : null), x.CreatedAt, x.DeletedAt is not null)
            : new(id, id.Value, null, 0, null, null, null, null, false);

        // What a reply hangs under may be for specialists, though the reply is not.
        private async Task<Item?> Above(ContentId parent, CancellationToken ct)
        {
            var subject = SubjectRef.Of(parent);
            return await seals.Close(subject, ct)
                || (await restrictions.HiddenOf(await db.Set<Decision>().About(subject).Select(x => x.Id).ToListAsync(ct), ct)).Count > 0
                ? null
                : await Show(await db.Content.FindAsync([parent], ct), null, ct);
        }

        private async Task<Item?> Show(ContentItem? item, int? reported, CancellationToken ct)
        {
            if (item is null)
                return null;

            var current = await db.Revisions.FindAsync([item.Id, item.Revision], ct);
            var first = reported is { } number && number != item.Revision ? await db.Revisions.FindAsync([item.Id, number], ct) : null;
            var handle = (await db.Accounts.FindAsync([item.AuthorId], ct))?.Handle;
            return new(
                item.Id, item.Kind, handle is { Length: > 0 } ? handle : item.AuthorId.Value, item.CreatedAt, item.Language, item.Revision, current?.Text,
                current?.Media ?? [], current?.Digest ?? "", first is null ? null : new(first.Number, first.Text), item.DeletedAt is not null);
        }

        // A judgement of the subject closes every case about it, also one that did not come from here.
        private async Task<DecisionId?> ClosedBy(Case @case, CancellationToken ct) => @case.Stage is CaseStage.Decided
            ? await db.Decisions.AsNoTracking()
                .Where(x => x.SubjectKind == @case.SubjectKind && x.SubjectId == @case.SubjectId && x.MadeAt >= @case.OpenedAt && x.MadeAt <= @case.ClosedAt)
                .OrderByDescending(x => x.MadeAt).Select(x => (DecisionId?)x.Id).FirstOrDefaultAsync(ct)
            : null;

        private async Task<HistoryView> History(Case @case, DateTimeOffset now, CancellationToken ct)
        {
            var ladder = (await rulebooks.InForce(db, now, ct)).LadderInUse;
            var strikes = (await records.Of(@case.AuthorId, now, ct)).InForce(now);
            var decisions = await db.Decisions.AsNoTracking().Where(x => x.AuthorId == @case.AuthorId).OrderByDescending(x => x.MadeAt).Take(20).ToListAsync(ct);
            var shown = new List<Earlier>();
            foreach (var decision in decisions)
            {
                if (!await restrictions.Hide(decision, ct))
                    shown.Add(new(
                        decision.Id, decision.Guideline, decision.Finding, decision.MadeAt, decision.State,
                        await db.Appeals.Where(x => x.DecisionId == decision.Id).Select(x => (AppealState?)x.State).FirstOrDefaultAsync(ct),
                        [.. decision.Outcomes.Select(EnforceDirectly.Effect.Of)]));
            }

            return new(
                strikes.Weight, strikes.Strikes.Min(x => x.Until), ladder.Name,
                [.. ladder.Steps.Select(AccountStatus.LadderRow.Of)], shown,
                await db.Cases.Waiting.CountAsync(x => x.AuthorId == @case.AuthorId && x.Id != @case.Id && !x.IsRestricted, ct));
        }
    }
}
