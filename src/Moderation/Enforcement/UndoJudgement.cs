using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A moderator takes back what they said of a case before it takes effect, and holds the case again. Only the audit knows of it.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record UndoJudgement(CaseId Case) : ICommand<UndoJudgement.Answer>
{
    public sealed record Answer(CaseId CaseId, long ClaimNumber, DateTimeOffset LeaseUntil);

    internal sealed class Handler(ModerationDb db, Call call, JudgementHolds holds, TimeProvider clock) : IRequestHandler<UndoJudgement, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(UndoJudgement command, CancellationToken ct)
        {
            var (me, now) = (((Actor.Staff)call.Actor).Id, clock.GetUtcNow());
            var mine = db.PendingJudgements.Where(x => x.CaseId == command.Case && x.By == me && x.DueAt > now);
            if (await mine.AsNoTracking().FirstOrDefaultAsync(ct) is not { } pending
                // Of undoing it and its taking effect, whichever deletes the row is what happened.
                || await mine.Where(x => x.ClaimNumber == pending.ClaimNumber).ExecuteDeleteAsync(ct) == 0)
                return JudgementErrors.NothingToUndo;

            return await holds.Reclaim(command.Case, me, pending.ClaimNumber, ct) is { } lease
                ? new Answer(command.Case, lease.Number, lease.Until)
                : JudgementErrors.TakenAway;
        }
    }
}
