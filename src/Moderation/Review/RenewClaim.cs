using MediatR;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>A moderator who is still looking keeps the case.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record RenewClaim(StaffId Reviewer, CaseId Case, long ClaimNumber) : ICommand<RenewClaim.Answer>, IHousekeeping
{
    public sealed record Answer(CaseId CaseId, long ClaimNumber, DateTimeOffset LeaseUntil);

    internal sealed class Handler(Colleagues colleagues, Claims claims, TimeProvider clock) : IRequestHandler<RenewClaim, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RenewClaim command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out _, out var stranger))
                return stranger;

            var now = clock.GetUtcNow();
            var until = now + await claims.Term(now, ct);
            return await claims.EndAt(command.Case, command.Reviewer, command.ClaimNumber, until, keep: true, ct)
                ? new Answer(command.Case, command.ClaimNumber, until)
                : ReviewErrors.StaleClaim;
        }
    }
}
