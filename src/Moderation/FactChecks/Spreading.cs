using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Brings a rating to the copies of what it is about: a few at once, many by a run that goes on where it was.</summary>
internal sealed class Spreading(ModerationDb db, Labelling labelling, Copies copies, Call call, TimeProvider clock) : IRunWork
{
    /// <summary>So many copies are labelled at once; what is more is for the run.</summary>
    public const int MostAtOnce = 25;

    public const int Chunk = 50;

    private static readonly ContentId Nothing = new("");

    private static readonly Place Start = new(Nothing);

    public RunKind Kind => RunKind.SpreadRating;

    internal sealed record What(FactCheckId FactCheck);

    /// <param name="After">The last item that bears the check already, or under the number.</param>
    /// <param name="Key">The number it is at, by which copies of <paramref name="Original"/> are found; null while it is at what bears the check.</param>
    internal sealed record Place(ContentId After, long? Key = null, ContentId? Original = null);

    /// <summary>Labels the copies of named items, or begins a run where there are many.</summary>
    public async Task<(IReadOnlyList<ContentId> Matched, RunId? Run)> Begin(FactCheck check, IReadOnlyList<ContentId> named, CancellationToken ct)
    {
        var matched = new List<ContentId>();
        var isMore = false;
        foreach (var original in named)
        {
            if (await labelling.RatedRevision(check, original, ct) is not { } revision)
                continue;
            var found = await copies.Of(revision, ct);
            isMore |= found.IsMore || found.Copies.Count > MostAtOnce;
            await labelling.TakeLedgers(isMore ? [] : found.Copies.Select(x => x.Content), ct);
            foreach (var copy in isMore ? [] : found.Copies)
                if (await Match(check, copy.Content, original, ct))
                    matched.Add(copy.Content);
        }

        return (matched, isMore ? Propose(check).Id : null);
    }

    /// <summary>Takes the old rating off all that bear it, and puts the new one on.</summary>
    public async Task<int> Relabel(FactCheck check, FactCheckCorrection correction, CancellationToken ct)
    {
        var items = await db.RatedItems.Where(x => x.FactCheckId == check.Id).OrderBy(x => x.ContentId).Take(MostAtOnce + 1).ToListAsync(ct);
        if (items.Count > MostAtOnce)
        {
            Propose(check);
            return 0;
        }

        await labelling.TakeLedgers(items.Select(x => x.ContentId), ct);
        foreach (var item in items)
            await Anew(check, item, correction, ct);
        return items.Count;
    }

    public async Task Next(Run run, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<What>(run.What, WireJson.Options)!.FactCheck;
        var check = await db.FactChecks.SingleAsync(x => x.Id == id, ct);
        var correction = await db.Set<FactCheckCorrection>().Where(x => x.FactCheckId == id).OrderByDescending(x => x.At).FirstOrDefaultAsync(ct);
        var place = run.Report is { } json ? JsonSerializer.Deserialize<Place>(json, WireJson.Options)! : Start;
        if (place.Key is null)
            await NextItems(run, check, correction, place.After, ct);
        else if (check.Ground is not null)
            await NextCopies(run, check, place, ct);
        else
            run.Finish(clock.GetUtcNow());
    }

    public async Task<bool> Match(FactCheck check, ContentId content, ContentId original, CancellationToken ct)
    {
        var item = await db.RatedItems.FindAsync([check.Id, content], ct)
            ?? db.Add(RatedItem.Of(check.Id, content, original, clock.GetUtcNow())).Entity;
        return await labelling.Label(check, item, ct);
    }

    private Run Propose(FactCheck check) => db.Add(Run.Propose(
        RunKind.SpreadRating, JsonSerializer.Serialize(new What(check.Id), WireJson.Options), check.Review.Url, call.Actor, 0, needsSecondPerson: false,
        TimeSpan.Zero, clock.GetUtcNow())).Entity;

    private async Task Anew(FactCheck check, RatedItem item, FactCheckCorrection? correction, CancellationToken ct)
    {
        // What bears the rating as it is now stays as it is.
        if (item.DecisionId is { } borne && await db.Set<Decision>().AnyAsync(x => x.Id == borne && x.Guideline != (check.Ground ?? "") && x.OverturnedAt == null, ct))
            await labelling.Lift(item, correction?.Reason ?? "", ct);
        await labelling.Label(check, item, ct);
    }

    // First what bears the check already: after a correction all of it anew.
    private async Task NextItems(Run run, FactCheck check, FactCheckCorrection? correction, ContentId after, CancellationToken ct)
    {
        var items = await db.RatedItems.Where(x => x.FactCheckId == check.Id && x.ContentId > after).OrderBy(x => x.ContentId).Take(Chunk).ToListAsync(ct);
        await labelling.TakeLedgers(items.Select(x => x.ContentId), ct);
        foreach (var item in items)
            await Anew(check, item, correction, ct);
        if (items.Count == Chunk)
            Advance(run, items.Count, items.Count, new(items[^1].ContentId));
        else
            await NextKey(run, check, items.Count, items.Count, Start with { Key = long.MinValue, Original = Nothing }, ct);
    }

    // Then whatever shares a number with one of the named items, one number after the other.
    private async Task NextCopies(Run run, FactCheck check, Place place, CancellationToken ct)
    {
        var (key, original) = (place.Key!.Value, place.Original!.Value);
        var rated = await labelling.RatedRevision(check, original, ct);
        var sharing = await db.SketchKeys.AsNoTracking().Where(x => x.Key == key && x.ContentId > place.After)
            .OrderBy(x => x.ContentId).Take(Chunk).Select(x => new { x.ContentId, x.Revision }).ToListAsync(ct);
        var near = rated is null ? [] : await copies.Among(rated, sharing.Where(x => x.ContentId != original)
            .GroupBy(x => x.ContentId).ToDictionary(x => x.Key, x => x.Max(y => y.Revision)), ct);
        await labelling.TakeLedgers(near.Select(x => x.Content), ct);
        var labelled = 0;
        foreach (var copy in near)
            labelled += await Match(check, copy.Content, original, ct) ? 1 : 0;
        if (sharing.Count == Chunk)
            Advance(run, sharing.Count, labelled, place with { After = sharing[^1].ContentId });
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
        Advance(run, looked, changed, next is null ? at : new(Nothing, next.Key, next.ContentId));
        if (next is null)
            run.Finish(clock.GetUtcNow());
    }

    private static void Advance(Run run, int looked, int changed, Place to) => run.Advance(to.After.Value, looked, changed, JsonSerializer.Serialize(to, WireJson.Options));
}
