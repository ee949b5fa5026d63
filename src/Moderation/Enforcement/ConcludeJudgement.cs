using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// The time to undo a judgement is over: it becomes a decision, or, where things have changed meanwhile, nothing at all, and who
/// judged is told. Answers whether it was decided.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record ConcludeJudgement(CaseId Case) : ICommand<bool>
{
    internal sealed class Handler(
        ModerationDb db, Claims claims, JudgementHolds holds, Ledgers ledgers, CaseJudging judging, GraveDecisions grave, TimeProvider clock)
        : IRequestHandler<ConcludeJudgement, Result<bool>>
    {
        public async Task<Result<bool>> Handle(ConcludeJudgement command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var due = db.PendingJudgements.Where(x => x.CaseId == command.Case && x.DueAt <= now);
            if (await due.AsNoTracking().FirstOrDefaultAsync(ct) is not { } pending
                || await due.Where(x => x.ClaimNumber == pending.ClaimNumber).ExecuteDeleteAsync(ct) == 0)
                return JudgementErrors.NothingToUndo;

            var seen = await db.Cases.AsNoTracking().SingleAsync(x => x.Id == pending.CaseId, ct);
            await ledgers.Take(seen.AuthorId);
            var @case = await holds.Take(pending.CaseId, pending.By, pending.ClaimNumber, ct);
            var objection = @case is null ? await Taken(pending.CaseId, ct) : await Decide(pending, @case, ct);
            if (objection is not null)
            {
                db.Add(LapsedJudgement.Of(pending, objection, now));
                @case?.Return(now);
            }

            return objection is null;
        }

        private async Task<Error> Taken(CaseId id, CancellationToken ct) =>
            await db.Cases.AnyAsync(x => x.Id == id && x.Stage == CaseStage.Void, ct) ? JudgementErrors.Gone : JudgementErrors.TakenAway;

        // Everything is asked again: who judged may have lost a right, or turned out to be concerned.
        private async Task<Error?> Decide(PendingJudgement pending, Case @case, CancellationToken ct)
        {
            if (await db.StaffWith(pending.By, Claims.Roles, ct) is not { } member || !await claims.MaySee(member, @case, ct))
                return JudgementErrors.NotYoursAnyMore;
            if (!(await judging.On(@case, pending.Said, member, ct)).IsOk(out var judged, out var refusal))
                return refusal;
            if (judged.Rulebook != pending.RulebookVersion)
                return JudgementErrors.RulesChanged;
            if (judged.Said.Finding is not Finding.Violates && @case.Guidelines.Except(pending.Grounds).Any())
                return JudgementErrors.NewGround;

            // It rests on what there was to see when it was said.
            return (await grave.Make(judged.Said with { Reports = pending.Reports, Signals = pending.Signals }, judged.Guideline, ct))
                .Match<Error?>(_ => null, refused => refused);
        }
    }
}
