using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator takes this very case.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record ClaimCase(StaffId Reviewer, CaseId Case) : ICommand<ClaimNextCase.Answer>
{
    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, TimeProvider clock) : IRequestHandler<ClaimCase, Result<ClaimNextCase.Answer>>
    {
        public async Task<Result<ClaimNextCase.Answer>> Handle(ClaimCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var member, out var stranger))
                return stranger;

            if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Case, ct) is not { } @case
                || !await claims.MaySee(member, @case, ct))
                return ReviewErrors.UnknownCase;

            if (@case.Stage is not CaseStage.Waiting)
                return ReviewErrors.Closed;

            if (!Claims.MayTake(member, @case))
                return ReviewErrors.ForLeads;

            if (await claims.IsBarred(member, @case.Id, ct))
                return ReviewErrors.OwnCase;

            var now = clock.GetUtcNow();
            if (@case.Refuses(CaseMove.Claim, now) is { } not)
                return not;

            if (@case.KeptFor(now) is { } other && other != member.Id)
                return ReviewErrors.Kept;

            return await claims.Take(@case, member.Id, ct) is { } lease
                ? new ClaimNextCase.Answer(@case.Id, lease.Number, lease.Until, Claims.Summarise(@case))
                : ReviewErrors.HeldByAnother;
        }
    }
}
