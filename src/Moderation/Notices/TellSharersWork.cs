using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Tells some sharers at a time: first who knows of a rating that is gone, then who shared before the rating what bears it.</summary>
internal sealed class TellSharersWork(ModerationDb db, SharersOf sharers, SharerNotices notices, Seals seals, Rulebooks rulebooks, TimeProvider clock) : IRunWork
{
    public const int Chunk = 200;

    /// <summary>Who shared what somebody shared, and so on: no further, as the host may tell of a circle.</summary>
    public const int MostLevels = 16;

    public RunKind Kind => RunKind.TellSharers;

    /// <param name="After">The last rated item that was come to.</param>
    /// <param name="Open">The items whose sharers are still to be told, the next one last.</param>
    internal sealed record Place(ContentId After, SharersOf.Place[] Open);

    public async Task Next(Run run, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<TellSharers.What>(run.What, WireJson.Options)!.FactCheck;
        var check = await db.FactChecks.SingleAsync(x => x.Id == id, ct);
        // While the rating spreads, what it reaches is not known yet.
        var spread = JsonSerializer.Serialize(new Spreading.What(id), WireJson.Options);
        if (run.Cursor is null && await db.Runs.AnyAsync(x => x.Kind == RunKind.SpreadRating && x.State == RunState.Running && x.What == spread, ct))
            run.Wait(clock.GetUtcNow() + Spreading.Again);
        else if (await BringsNothing(check, ct))
            await NextLifted(run, check, ct);
        else
            await NextSharers(run, check, run.Report is { } json ? JsonSerializer.Deserialize<Place>(json, WireJson.Options)! : new(new(""), []), ct);
    }

    // Withdrawn, or of a rating that labels nothing.
    private async Task<bool> BringsNothing(FactCheck check, CancellationToken ct) =>
        check.Ground is not { } ground || (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Rule(ground) is not { Outcomes.Count: > 0 };

    // Who was told leaves the list, so the next chunk begins at its head.
    private async Task NextLifted(Run run, FactCheck check, CancellationToken ct)
    {
        var told = await db.Set<SharerTold>().Where(x => x.FactCheckId == check.Id && x.Rating != null).OrderBy(x => x.AccountId).Take(Chunk).Select(x => x.AccountId).ToListAsync(ct);
        run.Advance(".", told.Count, await notices.Lift(check, told, ct));
        if (told.Count < Chunk)
            run.Finish(clock.GetUtcNow());
    }

    private async Task NextSharers(Run run, FactCheck check, Place at, CancellationToken ct)
    {
        if (at.Open is not [.. var rest, var next])
        {
            await NextItems(run, check, at.After, ct);
            return;
        }

        var found = await sharers.Next(next, check.RatedAt!.Value, Chunk, ct);
        var told = await notices.Rate(check, found.People, ct);
        Advance(run, found.People.Count, told, at with { Open = [.. rest, .. found.Rest is { } more ? [more] : Array.Empty<SharersOf.Place>(), .. found.Below.Where(x => x.Level < MostLevels)] });
    }

    private async Task NextItems(Run run, FactCheck check, ContentId after, CancellationToken ct)
    {
        var items = await (from item in db.RatedItems
                           join decision in db.Decisions on item.DecisionId equals decision.Id
                           where item.FactCheckId == check.Id && item.ContentId > after
                           orderby item.ContentId
                           select new { item.ContentId, Decision = decision }).Take(Chunk).ToListAsync(ct);
        var held = await seals.HeldAmong(items.Select(x => SubjectRef.Of(x.ContentId)), ct);
        var open = await sharers.SharedAmong([.. items
            .Where(x => x.Decision is { State: DecisionState.InForce, IsTold: true } && !held.Contains(SubjectRef.Of(x.ContentId))).Select(x => x.ContentId)], ct);
        Advance(run, 0, 0, new(items is [.., var last] ? last.ContentId : after, [.. open.Select(x => new SharersOf.Place(x, 0))]));
        if (items.Count < Chunk && open.Count == 0)
            run.Finish(clock.GetUtcNow());
    }

    private static void Advance(Run run, int looked, int told, Place to) =>
        run.Advance(to.After.Value is "" ? "." : to.After.Value, looked, told, JsonSerializer.Serialize(to, WireJson.Options));
}
