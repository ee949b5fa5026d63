using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A page is closed: whoever looked through it is not seen there any more.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record LeavePage(PageId Page) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<LeavePage, Result<Done>>
    {
        public async Task<Result<Done>> Handle(LeavePage command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            await db.Set<Presence>().Where(x => x.Id == command.Page && x.Staff == me).ExecuteDeleteAsync(ct);
            return default(Done);
        }
    }
}
