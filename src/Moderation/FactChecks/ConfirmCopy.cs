using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A person sees that what a machine took for a copy is one: its label stays, and nobody is asked again.</summary>
[AllowedTo(Role.FactChecker, Role.Lead)]
public sealed record ConfirmCopy(FactCheckId FactCheck, ContentId Content) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<ConfirmCopy>
    {
        public Validator() => RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
    }

    internal sealed class Handler(ModerationDb db, Checkable checkable, Call call) : IRequestHandler<ConfirmCopy, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ConfirmCopy command, CancellationToken ct)
        {
            if (await db.RatedItems.FindAsync([command.FactCheck, command.Content], ct) is not { UnmatchedAt: null } item)
                return FactCheckErrors.NotMatched;
            if (item.CopyOf is null)
                return FactCheckErrors.NotACopy;
            if (await checkable.IsOwn([item.ContentId], ct))
                return ClaimErrors.Own;

            item.Confirm(((Actor.Staff)call.Actor).Id);
            return default(Done);
        }
    }
}
