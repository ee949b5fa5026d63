using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>The views somebody keeps, in their order.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SavedViews : IQuery<SavedViews.View[]>
{
    public sealed record View(SavedViewId Id, string Name, QueueFilter Filter);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<SavedViews, Result<View[]>>
    {
        public async Task<Result<View[]>> Handle(SavedViews query, CancellationToken ct) =>
            (await db.ViewsOf(((Actor.Staff)call.Actor).Id).AsNoTracking().ToListAsync(ct)).Select(x => new View(x.Id, x.Name, x.Filter)).ToArray();
    }
}
