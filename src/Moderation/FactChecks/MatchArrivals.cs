using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>What comes in is labelled where a check names it, or where it says or shows nearly what was checked.</summary>
internal sealed class MatchArrivals(ModerationDb db, Labelling labelling, Spreading spreading, Copies copies) : IReactTo<ContentArrived>, IReactTo<ContentRevised>
{
    public async Task React(ContentArrived happened, CancellationToken ct)
    {
        foreach (var item in await db.RatedItems.Where(x => x.ContentId == happened.Content && x.CopyOf == null).ToListAsync(ct))
        {
            var check = await db.FactChecks.SingleAsync(x => x.Id == item.FactCheckId, ct);
            await labelling.Find(check, item.ContentId, ct);
            if (await labelling.Label(check, item, ct))
                await spreading.Begin(check, [item.ContentId], ct);
        }

        await Match(happened.Content, ct);
    }

    public Task React(ContentRevised happened, CancellationToken ct) => Match(happened.Content, ct);

    // Few are checked: what they are found by is one small table, asked once.
    private async Task Match(ContentId content, CancellationToken ct)
    {
        if (!await db.RatedKeys.AnyAsync(ct) || await labelling.RevisionOf(content, ct) is not { } revision)
            return;

        var keys = (await copies.KeysOf(revision, ct)).Keys;
        var likely = await db.RatedKeys.AsNoTracking().Where(x => keys.Contains(x.Key) && x.ContentId != content)
            .Select(x => new { x.FactCheckId, x.ContentId, x.Revision }).Distinct().ToListAsync(ct);
        foreach (var original in likely.GroupBy(x => x.ContentId).OrderBy(x => x.Key.Value, StringComparer.Ordinal))
        {
            if (await copies.Among(revision, new Dictionary<ContentId, int> { [original.Key] = original.Max(x => x.Revision) }, ct) is not [var near])
                continue;

            var copy = near with { Content = content, Revision = revision.Number, SeenAt = revision.SeenAt };

            foreach (var id in original.Select(x => x.FactCheckId).Distinct().OrderBy(x => x.Value))
                if (await db.FactChecks.FirstOrDefaultAsync(x => x.Id == id, ct) is { Ground: not null } check)
                    if (!await spreading.Match(check, copy, original.Key, ct) && await labelling.IsPaused(check, ct))
                        await spreading.LookAgain(check, ct);
        }
    }
}
