using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Everything there is to say of a decision: to its member without names and rationale, to programs and staff with both.</summary>
/// <param name="Language">In which the statement of reasons is read; null for the account's own.</param>
[AllowedTo(Role.Member, Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer, Scopes = [Scope.Platform, Scope.Enforcer])]
public sealed record DecisionFile(DecisionId Decision, string? Language = null) : IQuery<DecisionFile.Answer>
{
    /// <param name="RuleText">As it was when decided.</param>
    /// <param name="Rationale">For colleagues; null for members, and for an appeal reviewer before their own finding.</param>
    /// <param name="DecidedBy">To staff by pseudonym, to programs by id; null for the same.</param>
    /// <param name="DeviationReason">Why other outcomes than the rule's; null for the same, and where they are the rule's.</param>
    /// <param name="Overrides">The earlier decision whose place it took.</param>
    /// <param name="Cites">What it rests on; null for the same as the rationale.</param>
    /// <param name="EvidenceForgottenAt">When what it was made on was deleted, redress having ended; digest, rule and statement stay.</param>
    /// <param name="AuthorityReport">The number under which an authority was told; for child-safety specialists.</param>
    /// <param name="PreserveUntil">Until when everything is kept for that authority; for child-safety specialists.</param>
    public sealed record Answer(
        DecisionId Id, SubjectRef Subject, ContentKind? ContentKind, AccountId Author, string AuthorHandle, string Guideline, string RuleTitle, string RuleText, int RulebookVersion,
        int? Revision, string EvidenceDigest, Finding Finding, Automation Automation, string? DecidedBy, string? Rationale,
        DateTimeOffset MadeAt, DecisionState State, DateTimeOffset? OverturnedAt, DecisionId? Cause, int? LadderStrikes,
        IReadOnlyList<EnforceDirectly.Effect> Outcomes, StatementOfReasons StatementOfReasons, AppealView Appeal,
        IReadOnlyList<MediaItem> Media, string? DeviationReason = null, DecisionId? Overrides = null, IReadOnlyList<DecisionId>? Cites = null,
            DateTimeOffset? EvidenceForgottenAt = null, string? AuthorityReport = null, DateTimeOffset? PreserveUntil = null);

    /// <param name="Until">Until when it can be filed.</param>
    /// <param name="Reason">The ruling's, as the member is told.</param>
    /// <param name="WaitsUntil">Until when fact-checkers have time to answer a dispute about it: until then it cannot be filed.</param>
    public sealed record AppealView(
        bool CanAppeal, DateTimeOffset Until, AppealId? Id, AppealState? State, string? Statement, DateTimeOffset? FiledAt, DateTimeOffset? DueAt,
        Ruling? Ruling, string? Reason, DateTimeOffset? ClosedAt, DateTimeOffset? WaitsUntil = null);

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, Seals seals, Restrictions restrictions, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<DecisionFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DecisionFile query, CancellationToken ct)
        {
            if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Decision, ct) is not { } decision
                || !await MayOpen(decision, ct))
                return EnforcementErrors.UnknownDecision;

            var account = await db.Accounts.FindAsync([decision.AuthorId], ct);
            var guideline = decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct));
            // A locked item is nowhere shown beside its decision, not even to a specialist: they open the evidence, and that is written down.
            var isLocked = guideline.Restricted || await Seals.IsQuarantined(db, decision.Subject, ct);
            var isClosed = isLocked || await seals.Close(decision.Subject, ct);
            var statement = await db.StatementOf(rulebooks, decision, NoticeTexts.CultureOf(query.Language ?? account?.Language), ct, isClosed);
            var content = new ContentId(decision.SubjectId);
            var item = decision.SubjectKind is SubjectKind.Content ? await db.Content.FindAsync([content], ct) : null;
            var media = item is null || isClosed ? [] : (await db.Revisions.FindAsync([content, decision.Revision ?? item.Revision], ct))?.Media ?? [];
            var isSilent = call.Actor is Actor.Member || isLocked && call.Actor is not Actor.Staff || await LooksAfresh(decision, ct);
            var evidence = await db.Set<DecisionEvidence>().AsNoTracking().Where(x => x.DecisionId == decision.Id).Select(x => x.ErasedAt).FirstOrDefaultAsync(ct);
            var isSpecialist = call.Actor is Actor.Staff && call.Rights.Holds(Role.ChildSafety);
            return new Answer(
                decision.Id, decision.Subject, item?.Kind, decision.AuthorId, account?.Handle is { Length: > 0 } handle ? handle : decision.AuthorId.Value,
                decision.Guideline, guideline.Clause?.Title ?? guideline.Title,
                guideline.Text, decision.RulebookVersion, decision.Revision, decision.EvidenceDigest, decision.Finding, decision.Automation,
                isSilent ? null : await names.Of(decision.DecidedBy, ct), isSilent ? null : decision.Rationale, decision.MadeAt, decision.State,
                decision.OverturnedAt, decision.CauseId, decision.LadderStrikes, [.. decision.Shown.Select(EnforceDirectly.Effect.Of)],
                statement, await AppealOf(decision, isLocked, ct), media,
                isSilent ? null : decision.DeviationReason, decision.Overrides, isSilent ? null : await CitedBy(decision, ct),
                evidence, isSpecialist ? decision.AuthorityReport : null, isSpecialist ? decision.PreserveUntil : null);
        }

        // What somebody may not see is for them not there.
        private async Task<bool> MayOpen(Decision decision, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self))
                return decision.AuthorId == self && !decision.IsQuiet(clock.GetUtcNow());

            return !await restrictions.Hide(decision, ct);
        }

        private async Task<DecisionId[]> CitedBy(Decision decision, CancellationToken ct)
        {
            var cited = await db.Set<Citation>().Where(x => x.DecisionId == decision.Id).Select(x => x.CitedId).ToArrayAsync(ct);
            var hidden = await restrictions.HiddenOf(cited, ct);
            return [.. cited.Where(x => !hidden.Contains(x)).OrderBy(x => x.Value)];
        }

        // While an appeal is open, who may come to rule on it sees the first reasoning only after their own finding.
        private async Task<bool> LooksAfresh(Decision decision, CancellationToken ct) =>
            call.Actor is Actor.Staff(var self) && call.Rights.Holds(Role.AppealReviewer)
            && await db.Appeals.Open.AnyAsync(x => x.DecisionId == decision.Id && !(x.Holder == self && x.FreshFinding != null), ct);

        private async Task<AppealView> AppealOf(Decision decision, bool isLocked, CancellationToken ct)
        {
            // What a reporter wrote is not for the author to read.
            var isMember = call.Actor is Actor.Member;
            var appeal = await db.Appeals.AsNoTracking()
                .Where(x => x.DecisionId == decision.Id && (!isMember || x.AppellantId == decision.AuthorId))
                .OrderByDescending(x => x.AppellantId == decision.AuthorId).ThenBy(x => x.FiledAt).FirstOrDefaultAsync(ct);
            var canAppeal = appeal is null && decision is { State: DecisionState.InForce, OrderId: null } && clock.GetUtcNow() <= decision.AppealUntil
                && decision.Finding is not Finding.DoesNotViolate;
            var now = clock.GetUtcNow();
            var waitsUntil = canAppeal ? await db.Disputes.Open.Where(x => x.DecisionId == decision.Id && x.DueAt >= now).Select(x => (DateTimeOffset?)x.DueAt).FirstOrDefaultAsync(ct) : null;
            return new(
                canAppeal && waitsUntil is null, decision.AppealUntil, appeal?.Id, appeal?.State, isLocked && call.Actor is Actor.Client ? null : appeal?.Statement, appeal?.FiledAt, appeal?.DueAt,
                appeal?.Ruling, appeal?.Reason, appeal?.ClosedAt, waitsUntil);
        }
    }
}
