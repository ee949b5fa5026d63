using MediatR;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>A moderator gives a case back; the next may take it at once.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record ReleaseClaim(StaffId Reviewer, CaseId Case, long ClaimNumber) : ICommand<Done>
{
    internal sealed class Handler(Colleagues colleagues, Claims claims, TimeProvider clock) : IRequestHandler<ReleaseClaim, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ReleaseClaim command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out _, out var stranger))
                return stranger;

            return await claims.EndAt(command.Case, command.Reviewer, command.ClaimNumber, clock.GetUtcNow(), keep: false, ct)
                ? default(Done)
                : ReviewErrors.StaleClaim;
        }
    }
}
