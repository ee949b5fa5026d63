using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>
/// The lanes as last read: a lane never changes, so a look at how many there are and which is the last says whether they still are all.
/// A singleton.
/// </summary>
internal sealed class KnownLanes
{
    private volatile Lane[] read = [];

    public async Task<IReadOnlyList<Lane>> All(ModerationDb db, CancellationToken ct)
    {
        // Not the last id alone: on SQL Server a smaller one may be committed later.
        var stored = await db.Lanes.GroupBy(_ => 1).Select(x => new { Count = x.Count(), Last = x.Max(lane => lane.Id) }).FirstOrDefaultAsync(ct);
        var known = read;
        if (stored is null || known.Length == stored.Count && known[^1].Id == stored.Last)
            return stored is null ? [] : known;

        var now = await db.Lanes.AsNoTracking().OrderBy(x => x.Id).ToArrayAsync(ct);
        // What this very command opened may be undone, and its id given to another.
        if (db.Lanes.Local.Count == 0)
            read = now;
        return now;
    }
}
