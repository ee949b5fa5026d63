using MediatR;
using Moderation.Pipeline;

namespace Moderation.Appeals;

/// <summary>A reviewer who is still looking keeps the appeal.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record RenewAppealClaim(StaffId Reviewer, AppealId Appeal, long ClaimNumber) : ICommand<ClaimAppeal.Answer>, IHousekeeping
{
    internal sealed class Handler(AppealClaims claims) : IRequestHandler<RenewAppealClaim, Result<ClaimAppeal.Answer>>
    {
        public async Task<Result<ClaimAppeal.Answer>> Handle(RenewAppealClaim command, CancellationToken ct) =>
            await claims.Renew(command.Appeal, command.Reviewer, command.ClaimNumber, ct) is { } answer ? answer : Review.ReviewErrors.StaleClaim;
    }
}
