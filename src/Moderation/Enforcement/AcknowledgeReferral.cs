using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>The authority answered: its reference is written down.</summary>
/// <param name="Reference">1 to 200 characters.</param>
[AllowedTo(Role.Lead, Role.ChildSafety)]
public sealed record AcknowledgeReferral(ReferralId Referral, string Reference) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<AcknowledgeReferral>
    {
        public Validator() => RuleFor(x => x.Reference).NotEmpty().MaximumLength(Enforcement.Referral.MaxReferenceLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, Seals seals, TimeProvider clock) : IRequestHandler<AcknowledgeReferral, Result<Done>>
    {
        public async Task<Result<Done>> Handle(AcknowledgeReferral command, CancellationToken ct) =>
            await db.Set<Referral>().FirstOrDefaultAsync(x => x.Id == command.Referral, ct) is { } referral && !await seals.Close(referral.Subject, ct)
                ? referral.Acknowledge(command.Reference, ((Actor.Staff)call.Actor).Id, clock.GetUtcNow())
                : EnforcementErrors.UnknownReferral;
    }
}
