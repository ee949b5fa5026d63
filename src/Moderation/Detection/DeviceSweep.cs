using Microsoft.EntityFrameworkCore;
using Moderation.Activity;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Looks at devices, some at a time, in the order of their keys.</summary>
internal sealed class DeviceSweep(ModerationDb db)
{
    public async Task<SweepSight> Look(EngagementSweep sweep, CancellationToken ct)
    {
        var (after, since, until) = (sweep.After, sweep.Since(DeviceFarm.Window), sweep.Until);
        var next = await SweepParts.End(
            db.Interactions.Where(x => x.Device != 0 && x.Device > after).Select(x => x.Device),
            db.Follows.Where(x => x.Device != 0 && x.Device > after).Select(x => x.Device), ct);
        var end = next ?? long.MaxValue;

        var acts = await db.Interactions.Engaging.Where(x => x.Device != 0 && x.Device > after && x.Device <= end && x.At >= since && x.At < until)
            .Select(x => new Act(x.Who, x.What, x.At, x.Device)).ToListAsync(ct);
        acts.AddRange(await db.Follows.Where(x => x.Device != 0 && x.Device > after && x.Device <= end && x.At >= since && x.At < until)
            .Select(x => new Act(x.Who, x.Whom, x.At, x.Device)).ToListAsync(ct));

        return new(
            next is null ? sweep.Place.Next(SweepStage.Accounts) : sweep.Place with { After = end },
            [.. acts.GroupBy(x => x.Device).OrderBy(x => x.Key).SelectMany(x => DeviceFarm.Suspect([.. x]))], []);
    }
}
