using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>A job begins the next sweep when it is time. Answers whether one is under way.</summary>
[AllowedTo(Role.Product)]
public sealed record BeginSweep : ICommand<bool>, IHousekeeping
{
    /// <summary>From one beginning to the next.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromHours(6);

    /// <summary>How long it is known that there was one.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(30);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<BeginSweep, Result<bool>>
    {
        public async Task<Result<bool>> Handle(BeginSweep command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var last = await db.Sweeps.OrderByDescending(x => x.Number).FirstOrDefaultAsync(ct);
            if (last is { FinishedAt: null })
                return true;
            if (last?.StartedAt + Every > now)
                return false;

            var old = now - Kept;
            await db.Sweeps.Where(x => x.FinishedAt < old).ExecuteDeleteAsync(ct);
            db.Add(EngagementSweep.Begin((last?.Number ?? 0) + 1, now));
            return true;
        }
    }
}
