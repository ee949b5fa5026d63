using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// A fact-checker sees that there is nothing to check: an opinion, a joke, something about nobody. It comes back when it says something
/// else, or when its expected harm has become four times what it was.
/// </summary>
[AllowedTo(Role.FactChecker)]
public sealed record SetClaimAside(ContentId Content, string Reason) : ICommand<Done>
{
    /// <summary>In characters.</summary>
    public const int MaxReason = 500;

    internal sealed class Validator : AbstractValidator<SetClaimAside>
    {
        public Validator()
        {
            RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(MaxReason);
        }
    }

    internal sealed class Handler(ModerationDb db, Checkable checkable, Call call) : IRequestHandler<SetClaimAside, Result<Done>>
    {
        public async Task<Result<Done>> Handle(SetClaimAside command, CancellationToken ct)
        {
            if (await checkable.Find(command.Content, ct) is not { } item)
                return ClaimErrors.UnknownItem;
            if (await checkable.IsOwn(item.AuthorId, ct))
                return ClaimErrors.Own;
            if (await db.DoubtedItems.FindAsync([command.Content], ct) is not { State: DoubtState.Open } doubted)
                return ClaimErrors.NotDoubted;

            doubted.SetAside(((Actor.Staff)call.Actor).Id, command.Reason, item.Revision);
            return default(Done);
        }
    }
}
