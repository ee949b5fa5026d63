using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Spreads a rating, or its correction, to some items at a time.</summary>
internal sealed class SpreadingWork(ModerationDb db, Labelling labelling, Spreading spreading, Copies copies, TimeProvider clock) : IRunWork
{
    public const int Chunk = 50;

    private static readonly ContentId Nothing = new("");

    public RunKind Kind => RunKind.SpreadRating;

    /// <param name="After">The last item that was looked at, of those that bear the check already, or under the number.</param>
    /// <param name="Key">The number it is at, by which copies of <paramref name="Original"/> are found; null while it is at what bears the check.</param>
    /// <param name="Seen">Under a number: when <paramref name="After"/> was seen.</param>
    internal sealed record Place(ContentId After, long? Key = null, ContentId? Original = null, DateTimeOffset? Seen = null);

    public async Task Next(Run run, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Spreading.What>(run.What, WireJson.Options)!.FactCheck;
        var check = await db.FactChecks.SingleAsync(x => x.Id == id, ct);
        var place = run.Report is { } json ? JsonSerializer.Deserialize<Place>(json, WireJson.Options)! : new(Nothing);
        if (place.Key is null)
            await NextItems(run, check, place.After, ct);
        else if (check.Ground is not null)
            await NextCopies(run, check, place, ct);
        else
            run.Finish(clock.GetUtcNow());
    }

    // First what bears the check already: after a correction all of it anew.
    private async Task NextItems(Run run, FactCheck check, ContentId after, CancellationToken ct)
    {
        var correction = await db.Set<FactCheckCorrection>().Where(x => x.FactCheckId == check.Id).OrderByDescending(x => x.At).FirstOrDefaultAsync(ct);
        var items = await db.RatedItems.Where(x => x.FactCheckId == check.Id && x.ContentId > after).OrderBy(x => x.ContentId).Take(Chunk).ToListAsync(ct);
        await labelling.TakeLedgers(items.Select(x => x.ContentId), ct);
        foreach (var named in items.Where(x => x.CopyOf is null))
            await labelling.Find(check, named.ContentId, ct);
        var before = items.ToDictionary(x => x, x => x.DecisionId);
        await spreading.Anew(check, items, correction, ct);
        var changed = items.Count(x => x.DecisionId != before[x]);
        Advance(run, items.Count, changed, items.Count == Chunk ? new(items[^1].ContentId) : new(Nothing, long.MinValue, Nothing));
    }

    // Then whatever shares a number with one of the named items, one number after the other, in the order of its index.
    private async Task NextCopies(Run run, FactCheck check, Place place, CancellationToken ct)
    {
        var (key, original, after, seen) = (place.Key!.Value, place.Original!.Value, place.After, place.Seen ?? DateTimeOffset.MinValue);
        var sharing = await db.SketchKeys.AsNoTracking()
            .Where(x => x.Key == key && x.SeenAt >= seen && (x.SeenAt > seen || x.ContentId > after)
                && !db.Set<RatedItem>().Any(y => y.FactCheckId == check.Id && y.ContentId == x.ContentId))
            .OrderBy(x => x.SeenAt).ThenBy(x => x.ContentId).Take(Chunk).Select(x => new { x.ContentId, x.Revision, x.SeenAt }).ToListAsync(ct);
        var near = await labelling.RatedRevision(check, original, ct) is { } rated
            ? await copies.Among(rated, sharing.GroupBy(x => x.ContentId).ToDictionary(x => x.Key, x => x.Max(y => y.Revision)), ct) : [];
        await labelling.TakeLedgers(near.Select(x => x.Content), ct);
        await labelling.Know(near.Select(x => x.Content), ct);
        var labelled = 0;
        foreach (var copy in near)
            labelled += await spreading.Match(check, copy, original, ct) ? 1 : 0;
        if (sharing.Count == Chunk)
            Advance(run, sharing.Count, labelled, place with { After = sharing[^1].ContentId, Seen = sharing[^1].SeenAt });
        else
            await NextKey(run, check, sharing.Count, labelled, place, ct);
    }

    // By the number itself and not by how many came before it: others may be named meanwhile.
    private async Task NextKey(Run run, FactCheck check, int looked, int changed, Place at, CancellationToken ct)
    {
        var (key, original) = (at.Key!.Value, at.Original!.Value);
        var next = await db.RatedKeys.AsNoTracking()
            .Where(x => x.FactCheckId == check.Id && (x.Key > key || x.Key == key && x.ContentId > original))
            .OrderBy(x => x.Key).ThenBy(x => x.ContentId).FirstOrDefaultAsync(ct);
        // It is no end while machines may not label what it found: then once more from the beginning.
        var isPaused = next is null && await labelling.IsPaused(check, ct);
        Advance(run, looked, changed, isPaused ? new(Nothing) : next is null ? at : new(Nothing, next.Key, next.ContentId));
        if (isPaused)
            run.Wait(clock.GetUtcNow() + Spreading.Again);
        else if (next is null)
            run.Finish(clock.GetUtcNow());
    }

    private static void Advance(Run run, int looked, int changed, Place to) => run.Advance(to.After.Value, looked, changed, JsonSerializer.Serialize(to, WireJson.Options));
}
