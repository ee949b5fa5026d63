using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// What the forecast needs to know, read from the database in bounded portions. Queues that the same people take from are one
/// pool: whoever is free takes the gravest case of any of them.
/// </summary>
internal sealed class ForecastFacts(ModerationDb db, CountedCases counted)
{
    private const int MostFirst = 5_000;
    private const int MostDecisions = 20_000;
    private const int MostArrivals = 500;
    private const int Margin = 10;

    // How much of the pattern of arrivals is taken for what goes on.
    private static readonly TimeSpan Pattern = TimeSpan.FromHours(2);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Those in which something waits.</summary>
    /// <param name="queue">Only this queue, as if its people had no other; null for all.</param>
    public async Task<IReadOnlyList<QueueOutlook>> Pools(string? queue, DateTimeOffset now, CancellationToken ct)
    {
        var lanes = await counted.Lanes(queue, ct);
        var worked = await Worked(lanes, now, ct);
        var pools = new List<QueueOutlook>();
        foreach (var pool in WorkPools.Of(lanes.Select(x => x.Queue).Distinct(), worked.Where(x => x.Person is not null).Select(x => (x.Queue, x.Person!))))
        {
            long[] ids = [.. lanes.Where(x => pool.Contains(x.Queue)).Select(x => x.Lane)];
            pools.Add(await Outlook(ids, [.. worked.Where(x => pool.Contains(x.Queue))], now, ct));
        }

        return pools;
    }

    private async Task<QueueOutlook> Outlook(long[] lanes, IReadOnlyList<Work> worked, DateTimeOffset now, CancellationToken ct)
    {
        var (perHour, spread) = Pace.Of(worked, now);
        var most = Math.Min(MostFirst, (int)Math.Ceiling(perHour + 4 * Math.Sqrt(perHour + Math.Pow(spread * perHour, 2))) + Margin);
        var first = new List<(double Priority, DateTimeOffset DueAt, bool IsPaused)>();
        foreach (var lane in lanes)
            first.AddRange((await Waiting(lane, now).OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Take(most)
                .Select(x => new { x.Priority, x.DueAt, IsPaused = x.PausedAt != null && (x.PausedUntil == null || x.PausedUntil > now) }).ToListAsync(ct)).Select(x => (x.Priority, x.DueAt, x.IsPaused)));
        first = [.. first.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).Take(most)];

        WaitingCase[] ranked = [.. first.Select(x => new WaitingCase(x.Priority, x.IsPaused ? TimeSpan.MaxValue : x.DueAt - now))];
        var due = await Due(lanes, now, ct);
        for (var slot = 0; slot < due.Length; slot++)
            due[slot] -= ranked.Count(x => x.DueIn > slot * BreachForecast.Slot && x.DueIn <= (slot + 1) * BreachForecast.Slot);

        var (arriving, priorities) = await Arrivals(lanes, now, ct);
        return new(perHour, spread, arriving, priorities, ranked, [.. due.Select(x => Math.Max(0, x))]);
    }

    // What is snoozed takes nobody's time before; should it fall due meanwhile, it goes over its time.
    private IQueryable<Case> Waiting(long lane, DateTimeOffset now) => db.Cases.AsNoTracking().Where(x =>
        x.LaneId == lane && x.Stage == CaseStage.Waiting && !x.IsRestricted && (x.SnoozedUntil == null || x.SnoozedUntil <= now || x.Holder != null));

    private async Task<int[]> Due(long[] lanes, DateTimeOffset now, CancellationToken ct)
    {
        var due = new int[BreachForecast.Slots];
        for (var slot = 0; slot < due.Length; slot++)
        {
            var (from, until) = (now + slot * BreachForecast.Slot, now + (slot + 1) * BreachForecast.Slot);
            due[slot] = await db.Cases.CountAsync(x => lanes.Contains(x.LaneId) && x.Stage == CaseStage.Waiting && x.DueAt > from && x.DueAt <= until
                && (x.PausedAt == null || x.PausedUntil != null && x.PausedUntil <= now) && !x.IsRestricted, ct);
        }

        return due;
    }

    // New cases are graver or less grave than what waits as those of the last hours were; only their age is other.
    private async Task<(double PerHour, double[] Priorities)> Arrivals(long[] lanes, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Pattern;
        var came = db.Cases.AsNoTracking().Where(x => x.OpenedAt > since && x.OpenedAt <= now && lanes.Contains(x.LaneId) && !x.IsRestricted);
        var latest = await came.OrderByDescending(x => x.OpenedAt).Take(MostArrivals).Select(x => new { x.Priority, x.OpenedAt }).ToListAsync(ct);
        return (
            await came.CountAsync(ct) / Pattern.TotalHours,
            [.. latest.Select(x => x.Priority - (now + Hour / 2 - x.OpenedAt) / CasePriority.AgeConstant)]);
    }

    private async Task<List<Work>> Worked(IReadOnlyList<CountedCases.LaneOf> lanes, DateTimeOffset now, CancellationToken ct)
    {
        var (ids, hourAgo) = (lanes.Select(x => x.Lane).ToArray(), now - Hour);
        var queues = lanes.ToDictionary(x => x.Lane, x => x.Queue);
        var decided = await (
            from decision in db.Set<Decision>().AsNoTracking()
            where decision.MadeAt > hourAgo && decision.MadeAt <= now && decision.CauseId == null
            join @case in db.Cases on decision.CaseId equals (CaseId?)@case.Id
            where @case.Stage == CaseStage.Decided && !@case.IsRestricted && ids.Contains(@case.LaneId)
            select new { @case.LaneId, decision.DecidedBy, decision.MadeAt }).Take(MostDecisions).ToListAsync(ct);
        var held = await db.Cases.AsNoTracking()
            .Where(x => x.Holder != null && x.Stage == CaseStage.Waiting && x.AvailableAt > now && !x.IsRestricted && ids.Contains(x.LaneId))
            .Select(x => new { x.LaneId, x.Holder }).Take(MostDecisions).ToListAsync(ct);
        return
        [
            .. decided.Select(x => new Work(queues[x.LaneId], x.DecidedBy?.Value, x.MadeAt)),
            .. held.Select(x => new Work(queues[x.LaneId], x.Holder!.Value.Value, null)),
        ];
    }
}
