using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody of the staff chooses how they first see pictures and films.</summary>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Admin)]
public sealed record ChooseExposure(bool Blurred, bool Grey) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<ChooseExposure, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ChooseExposure command, CancellationToken ct)
        {
            (await db.PreferencesOf(((Actor.Staff)call.Actor).Id, ct)).Show(command.Blurred, command.Grey);
            return default(Done);
        }
    }
}
