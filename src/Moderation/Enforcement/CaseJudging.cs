using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What somebody says of a case they hold, checked as a whole before anything comes of it.</summary>
internal sealed class CaseJudging(ModerationDb db, Claims claims, Rulebooks rulebooks, Chains chains, Deciding deciding, HiddenOutcomes hidden, TimeProvider clock)
{
    /// <param name="Rulebook">The version it is judged by.</param>
    internal sealed record Judged(Judgement Said, Guideline Guideline, int Rulebook);

    public async Task<Result<Judged>> On(Case @case, DecideCase command, StaffMember member, CancellationToken ct)
    {
        // A report of one's own may have come since the claim.
        if (await claims.IsBarred(member, @case.Id, ct))
            return ReviewErrors.OwnCase;

        var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
        if (rulebook.Find(command.Guideline) is not { } guideline)
            return EnforcementErrors.UnknownGuideline;
        if (guideline.Restricted && !member.Holds(Role.ChildSafety))
            return EnforcementErrors.RestrictedGuideline;
        if (!(await deciding.OnSubject(@case.Subject, command.Revision, command.Guideline, command.Finding, command.Rationale, ct)).IsOk(out var said, out var refusal))
            return refusal;

        said = said with
        {
            Outcomes = command.Outcomes,
            DeviationReason = command.DeviationReason,
            DecidedBy = command.Reviewer,
            Overrides = command.Overrides ?? await chains.DecidedAnew(@case.Subject, command.Guideline, ct),
            Cites = command.Cites ?? [],
            Case = @case.Id,
            Reports = @case.Reports,
            Signals = @case.FromMachines,
        };
        if (await hidden.Bar(@case, said, guideline, member, ct) is { } barred)
            return barred;

        return Resolution.Deviates(said, guideline) && string.IsNullOrWhiteSpace(command.DeviationReason)
            ? EnforcementErrors.DeviationReason
            : new Judged(said, guideline, rulebook.Version);
    }

    /// <summary>Whether what it protects cannot wait for a grace time: children, lives, and what only holds until somebody has looked.</summary>
    public async Task<bool> IsEmergency(Case @case, Guideline guideline, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return guideline.Restricted || @case.IsRestricted
            || await db.Set<Referral>().AnyAsync(x => x.SubjectKind == @case.SubjectKind && x.SubjectId == @case.SubjectId && x.At >= @case.OpenedAt, ct)
            || await db.Set<Decision>().About(@case.Subject).AnyAsync(
                x => x.IsInterim && x.OverturnedAt == null && x.SupersededAt == null && x.OverriddenAt == null
                    && x.Outcomes.Any(y => y.RetractedAt == null && y.Until > now), ct);
    }
}
