using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>An appeal reviewer opens an appeal: the case fresh first, and the first reasoning only after their own finding.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record AppealFile(AppealId Appeal) : IQuery<AppealFile.Answer>
{
    /// <param name="ClaimNumber">Of this person's own claim; else null.</param>
    /// <param name="First">The first reasoning; null until the reviewer has set a finding.</param>
    public sealed record Answer(
        AppealId Id, AppealState State, Appellant Appellant, string AppellantHandle, string Statement, DateTimeOffset FiledAt, DateTimeOffset DueAt,
        string? HeldBy, bool IsMine, Error? MayNot, bool CanClaim, long? ClaimNumber, DateTimeOffset? LeaseUntil, Finding? FreshFinding,
        DecisionId Decision, SubjectRef Subject, string AuthorHandle, string Guideline, string RuleTitle, string RuleText, Severity Severity, Item? Item,
        StatementOfReasons Told, Reasoning? First, Ruling? Ruling, string? Reason, DateTimeOffset? ClosedAt);

    /// <param name="Judged">The text that was judged.</param>
    /// <param name="Revision">The one that was judged.</param>
    public sealed record Item(
        ContentKind Kind, DateTimeOffset CreatedAt, string? Language, string? Judged, string? Now, IReadOnlyList<MediaItem> Media, string Digest, bool Gone, int Revision = 1);

    public sealed record Reasoning(
        Finding Finding, string Rationale, string? DeviationReason, Automation Automation, string? Detector, DateTimeOffset MadeAt,
        IReadOnlyList<EnforceDirectly.Effect> Outcomes);

    internal sealed class Handler(ModerationDb db, Call call, Seals seals, AppealClaims claims, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<AppealFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AppealFile query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, [Role.AppealReviewer], ct) is not { } member
                || await db.Appeals.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Appeal, ct) is not { } appeal)
                return AppealErrors.Unknown;

            var mayNot = await claims.Bar(appeal, member, ct);
            if (mayNot == AppealErrors.Unknown)
                return mayNot;

            return await Open(appeal, member, mayNot, ct);
        }

        private async Task<Answer> Open(Appeal appeal, StaffMember me, Error? mayNot, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var decision = await db.Decisions.AsNoTracking().SingleAsync(x => x.Id == appeal.DecisionId, ct);
            await seals.Close(decision.Subject, ct);
            var guideline = (await rulebooks.Version(db, decision.RulebookVersion, ct)).Rule(decision.Guideline)!;
            var holder = appeal.Holder is { } id && appeal.AvailableAt > now ? id : (StaffId?)null;
            var isMine = holder == me.Id;
            var isRuled = !Appeals.Appeal.IsOpen(appeal.State);
            var author = await db.Accounts.FindAsync([decision.AuthorId], ct);
            var appellant = await db.Accounts.FindAsync([appeal.AppellantId], ct);
            var statement = await db.StatementOf(rulebooks, decision, NoticeTexts.CultureOf(null), ct);

            return new(
                appeal.Id, appeal.State, appeal.Appellant, appellant?.Handle ?? appeal.AppellantId.Value, appeal.Statement, appeal.FiledAt, appeal.DueAt,
                holder is { } who ? (await db.Staff.FindAsync([who], ct))?.CalledBy : null, isMine, mayNot,
                !isRuled && holder is null && mayNot is null, isMine ? appeal.ClaimNumber : null, isMine ? appeal.AvailableAt : null,
                isMine || isRuled ? appeal.FreshFinding : null,
                decision.Id, decision.Subject, author?.Handle ?? decision.AuthorId.Value, decision.Guideline, guideline.Clause?.Title ?? guideline.Title,
                guideline.Text, guideline.Severity, await Show(decision, ct), statement,
                isRuled || isMine && appeal.FreshFinding is not null
                    ? new(decision.Finding, decision.Rationale, decision.DeviationReason, decision.Automation, decision.Detector, decision.MadeAt,
                        [.. decision.Outcomes.Select(EnforceDirectly.Effect.Of)])
                    : null,
                appeal.Ruling, appeal.Reason, appeal.ClosedAt);
        }

        private async Task<Item?> Show(Decision decision, CancellationToken ct)
        {
            var id = new ContentId(decision.SubjectId);
            if (decision.SubjectKind is not SubjectKind.Content || await db.Content.FindAsync([id], ct) is not { } item)
                return null;

            var judged = await db.Revisions.FindAsync([id, decision.Revision ?? item.Revision], ct);
            var now = await db.Revisions.FindAsync([id, item.Revision], ct);
            return new(item.Kind, item.CreatedAt, item.Language, judged?.Text, now?.Text, judged?.Media ?? [], judged?.Digest ?? "", item.DeletedAt is not null, decision.Revision ?? item.Revision);
        }
    }
}
