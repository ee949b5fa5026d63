using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody needs a view of theirs no more; the cases in it stay.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record RemoveView(SavedViewId View) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<RemoveView, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RemoveView command, CancellationToken ct)
        {
            if (await db.ViewsOf(((Actor.Staff)call.Actor).Id).FirstOrDefaultAsync(x => x.Id == command.View, ct) is not { } view)
                return ReviewErrors.UnknownView;

            db.Remove(view);
            return default(Done);
        }
    }
}
