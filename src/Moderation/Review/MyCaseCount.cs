using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>How many cases a moderator holds, or are kept for them: what the menu says.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record MyCaseCount : IQuery<int>
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<MyCaseCount, Result<int>>
    {
        public async Task<Result<int>> Handle(MyCaseCount query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            var now = clock.GetUtcNow();
            return await db.Cases.HeldBy(me, now).CountAsync(ct) + await db.Cases.KeptFor(me, now).CountAsync(ct);
        }
    }
}
