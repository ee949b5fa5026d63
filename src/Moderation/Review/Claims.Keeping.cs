using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

// What is kept for somebody, and the end of a claim whose page was closed.
internal sealed partial class Claims
{
    /// <summary>How long a claim outlives its page: long enough to load it anew.</summary>
    public static readonly TimeSpan AfterLeaving = TimeSpan.FromSeconds(20);

    /// <summary>Ends a claim soon, unless the case is open on another page of its holder; false when it is not held any more.</summary>
    public async Task<bool> EndSoon(CaseId @case, StaffId holder, long number, PageId page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seen = now - Presence.Shown;
        if (await db.Set<Presence>().AnyAsync(x => x.CaseId == @case && x.Staff == holder && x.Id != page && x.SeenAt > seen, ct))
            return await Held(@case, holder, number, now).AnyAsync(ct);

        var end = now + AfterLeaving;
        return await Held(@case, holder, number, now).Where(x => x.AvailableAt > end).ExecuteUpdateAsync(x => x
            .SetProperty(c => c.AvailableAt, end)
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1
            || await Held(@case, holder, number, now).AnyAsync(ct);
    }

    // The second source of heads, beside the lanes.
    private async Task<Case?> KeptHead(IReadOnlyCollection<long> lanes, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        var kept = db.Cases.AsNoTracking().KeptFor(member.Id, now);
        if (member.Account is { } own)
            kept = kept.Where(x => !db.Set<CaseBar>().Any(bar => bar.CaseId == x.Id && bar.Account == own));
        // Little is kept for one person. Were the lanes asked for too, a database that counted while there were few cases would
        // go through all that waits in them.
        await foreach (var one in kept.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).AsAsyncEnumerable().WithCancellation(ct))
            if (lanes.Contains(one.LaneId))
                return one;
        return null;
    }
}
