using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Appeals;

/// <summary>A reviewer says what they find before they see the first reasoning.</summary>
[AllowedTo(Role.AppealReviewer)]
public sealed record FindOnAppeal(StaffId Reviewer, AppealId Appeal, long ClaimNumber, Finding Finding) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<FindOnAppeal>
    {
        public Validator() => RuleFor(x => x.Finding).IsInEnum().NotEqual(Finding.Rated);
    }

    internal sealed class Handler(AppealClaims claims) : IRequestHandler<FindOnAppeal, Result<Done>>
    {
        public async Task<Result<Done>> Handle(FindOnAppeal command, CancellationToken ct) =>
            await claims.Held(command.Appeal, command.Reviewer, command.ClaimNumber, ct) is { } appeal
                ? appeal.Find(command.Finding)
                : Review.ReviewErrors.StaleClaim;
    }
}
