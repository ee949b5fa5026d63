using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>How many wait, counted off an index as far as anybody cares.</summary>
internal sealed class QueueCount(ModerationDb db, QueueWalk walk)
{
    /// <summary>Beyond <see cref="ReviewQueue.CountCap"/> it is one more than that.</summary>
    public Task<int> Of(IReadOnlyList<long> lanes, CancellationToken ct) => db.Cases
        .Where(x => lanes.Contains(x.LaneId) && x.Stage == CaseStage.Waiting)
        .OrderBy(x => x.LaneId).Select(x => x.LaneId).Take(ReviewQueue.CountCap + 1).CountAsync(ct);

    /// <summary>Exact while it is all within what one question looks at; else how many of that, and "or more".</summary>
    public async Task<(int Count, bool OrMore)> Of(QueueFilter filter, IReadOnlyList<Lane> lanes, StaffId me, DateTimeOffset now, CancellationToken ct)
    {
        if (filter with { Queue = null, Language = null } == QueueFilter.All)
        {
            var count = await Of([.. lanes.Select(x => x.Id)], ct);
            return (Math.Min(count, ReviewQueue.CountCap), count > ReviewQueue.CountCap);
        }

        var found = await walk.From(null, filter, lanes, me, now, ReviewQueue.CountCap, ct);
        return (found.Found.Count, found.Next is not null);
    }
}
