using MediatR;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>The page of a held case was closed: the claim ends in 20 seconds, unless it is open elsewhere, or again before.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record LeaveCase(StaffId Reviewer, CaseId Case, long ClaimNumber, PageId Page) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(Colleagues colleagues, Claims claims) : IRequestHandler<LeaveCase, Result<Done>>
    {
        public async Task<Result<Done>> Handle(LeaveCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var me, out var stranger))
                return stranger;

            return await claims.EndSoon(command.Case, me.Id, command.ClaimNumber, command.Page, ct)
                ? default(Done)
                : ReviewErrors.StaleClaim;
        }
    }
}
