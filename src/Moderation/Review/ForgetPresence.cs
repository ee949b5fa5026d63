using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A job forgets pages that were closed without a word.</summary>
[AllowedTo(Role.Product)]
public sealed record ForgetPresence : ICommand<int>, IHousekeeping
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<ForgetPresence, Result<int>>
    {
        public async Task<Result<int>> Handle(ForgetPresence command, CancellationToken ct)
        {
            var old = clock.GetUtcNow() - Kept;
            return await db.Set<Presence>().Where(x => x.SeenAt < old).ExecuteDeleteAsync(ct);
        }
    }
}
