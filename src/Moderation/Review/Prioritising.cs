using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>
/// Orders what waits anew when something about it changed, while others claim it. A write counts only for the row as it was
/// seen; whoever else wrote it meanwhile is seen at the next look, and what nobody can take any more is left.
/// </summary>
internal sealed class Prioritising(ModerationDb db) : IReactTo<AccountArrived>, IReactTo<FollowersChanged>
{
    /// <summary>Cases of one author that are written at once, the most urgent first; the others when something new comes to them.</summary>
    public const int MostCases = 200;

    private const int MaxLooks = 5;

    public Task React(AccountArrived happened, CancellationToken ct) => Reach(happened.Account, ct);

    public Task React(FollowersChanged happened, CancellationToken ct) => Reach(happened.Account, ct);

    /// <param name="reports">As many reports by wholly credible people as those of the case are worth.</param>
    public Task Weigh(CaseId @case, double reports, CancellationToken ct) => Write(@case, null, reports, ct);

    private async Task Reach(AccountId author, CancellationToken ct)
    {
        var followers = (await db.Accounts.FindAsync([author], ct))?.FollowerCount ?? 0;
        var waiting = await db.Cases.AsNoTracking().Waiting.Where(x => x.AuthorId == author).OrderByDescending(x => x.Priority)
            .Take(MostCases).Select(x => new { x.Id, x.Reach }).ToListAsync(ct);
        foreach (var @case in waiting.Where(x => CasePriority.IsNotable(x.Reach, followers)))
            await Write(@case.Id, followers, null, ct);
    }

    private async Task Write(CaseId id, long? followers, double? reports, CancellationToken ct)
    {
        // What this command has in hand it writes itself, on the version it has in hand.
        if (db.Cases.Local.FindEntry(id)?.Entity is { } near)
        {
            if (near.Stage is CaseStage.Waiting)
                near.Weigh(followers ?? near.Reach, reports ?? near.ReportWeight);
            return;
        }

        for (var look = 0; look < MaxLooks && !await TryWrite(id, followers, reports, ct); look++)
        {
            // Somebody claimed it or wrote it meanwhile.
        }
    }

    private async Task<bool> TryWrite(CaseId id, long? followers, double? reports, CancellationToken ct)
    {
        var seen = await db.Cases.AsNoTracking().Waiting.Where(x => x.Id == id)
            .Select(x => new { x.Severity, x.Reach, x.ReportWeight, x.TopScore, x.Sources, x.OpenedAt, Version = EF.Property<long>(x, Conventions.Version) })
            .FirstOrDefaultAsync(ct);
        if (seen is null)
            return true;

        var (reach, weight) = (followers ?? seen.Reach, reports ?? seen.ReportWeight);
        if ((reach, weight) == (seen.Reach, seen.ReportWeight))
            return true;

        var priority = CasePriority.Of(seen.Severity, reach, weight, seen.TopScore, seen.Sources, seen.OpenedAt);
        return await db.Cases.Waiting.Where(x => x.Id == id && EF.Property<long>(x, Conventions.Version) == seen.Version).ExecuteUpdateAsync(x => x
            .SetProperty(c => c.Reach, reach)
            .SetProperty(c => c.ReportWeight, weight)
            .SetProperty(c => c.Priority, priority)
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1;
    }
}
