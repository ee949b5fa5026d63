using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// Brings a rating to the copies of what it is about: a few at once, many by a run that goes on where it was. While the run goes on
/// some bear the rating and others not yet, and who filed the check can follow it; once it has ended all bear it since one instant.
/// </summary>
internal sealed class Spreading(ModerationDb db, DatabaseProvider database, Labelling labelling, Copies copies, Call call, Happenings happenings, TimeProvider clock)
{
    /// <summary>So many copies are labelled at once; what is more is for the run.</summary>
    public const int MostAtOnce = 25;

    /// <summary>After so long what keeps a copy from its label is looked at again; longer than any transaction takes.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    internal sealed record What(FactCheckId FactCheck);

    /// <summary>Labels the copies of named items, or begins a run where there are many.</summary>
    public async Task<(IReadOnlyList<ContentId> Matched, RunId? Run)> Begin(FactCheck check, IReadOnlyList<ContentId> named, CancellationToken ct)
    {
        var matched = new List<ContentId>();
        var (isMore, isMissed) = (false, false);
        foreach (var original in named)
        {
            if (await labelling.RatedRevision(check, original, ct) is not { } revision)
                continue;
            var found = await copies.Of(revision, ct);
            isMore |= found.IsMore || found.Copies.Count > MostAtOnce;
            await labelling.TakeLedgers(isMore ? [] : found.Copies.Select(x => x.Content), ct);
            await labelling.Know(isMore ? [] : found.Copies.Select(x => x.Content), ct);
            foreach (var copy in isMore ? [] : found.Copies)
                if (await Match(check, copy, original, ct))
                    matched.Add(copy.Content);
                else
                    isMissed = true;
        }

        if (isMore)
            return (matched, Propose(check, 0, TimeSpan.Zero).Id);
        // Where two write at once, neither sees what the other brings: the check not the copy, and the copy not the check.
        if (isMissed && await labelling.IsPaused(check, ct) || !database.WritesOneAtATime && check.Ground is not null)
            await LookAgain(check, ct);
        return (matched, null);
    }

    /// <summary>Takes the old rating off all that bear it, and puts the new one on.</summary>
    /// <returns>The decisions that never were from now on, or the run that does it.</returns>
    public async Task<(IReadOnlyList<DecisionId> Lifted, RunId? Run)> Relabel(FactCheck check, FactCheckCorrection correction, CancellationToken ct)
    {
        happenings.Raise(new FactCheckCorrected(check, correction));
        var items = await db.RatedItems.Where(x => x.FactCheckId == check.Id).OrderBy(x => x.ContentId).Take(MostAtOnce + 1).ToListAsync(ct);
        if (items.Count > MostAtOnce)
            return ([], Propose(check, await db.RatedItems.LongCountAsync(x => x.FactCheckId == check.Id, ct), TimeSpan.Zero).Id);

        await labelling.TakeLedgers(items.Select(x => x.ContentId), ct);
        var lifted = await Anew(check, items, correction, ct);
        // While it was rated true there was nothing to look for copies with.
        var (_, run) = await Begin(check, [.. items.Where(x => x.CopyOf is null && x.DecisionId is not null).Select(x => x.ContentId)], ct);
        return (lifted, run);
    }

    /// <summary>Labels an item that says or shows nearly what was checked.</summary>
    public async Task<bool> Match(FactCheck check, Copies.Copy copy, ContentId original, CancellationToken ct)
    {
        // What it said once and does not say any more is no reason to label it.
        if (await db.Content.FindAsync([copy.Content], ct) is not { } content || content.Revision != copy.Revision)
            return false;

        var item = await db.RatedItems.FindAsync([check.Id, copy.Content], ct);
        if (item is null)
        {
            item = db.Add(RatedItem.Of(check.Id, copy.Content, original, clock.GetUtcNow())).Entity;
            item.Resembles(copy.Likeness, copy.SameMedia);
            happenings.Raise(new ItemRated(copy.Content));
        }

        return await labelling.Label(check, item, ct);
    }

    /// <summary>The check as it is now, in the place of what it was.</summary>
    /// <returns>The decisions that never were from now on.</returns>
    public async Task<IReadOnlyList<DecisionId>> Anew(FactCheck check, IReadOnlyList<RatedItem> items, FactCheckCorrection? correction, CancellationToken ct)
    {
        // What bears the rating as it is now stays as it is, and what was taken back on an appeal is not said again.
        var borne = items.Select(x => x.DecisionId).OfType<DecisionId>().ToArray();
        var old = (await db.Set<Decision>().Where(x => borne.Contains(x.Id) && x.OverturnedAt == null && x.Guideline != (check.Ground ?? ""))
            .Select(x => x.Id).ToListAsync(ct)).ToHashSet();
        var lifted = await labelling.Lift([.. items.Where(x => x.DecisionId is { } id && old.Contains(id))], correction?.Reason ?? "", ct);
        await labelling.Know(items.Select(x => x.ContentId), ct);
        foreach (var item in items)
            await labelling.Label(check, item, ct);
        return lifted;
    }

    /// <summary>Goes through all of it later, unless something does so anyway.</summary>
    public async Task LookAgain(FactCheck check, CancellationToken ct)
    {
        var what = WhatOf(check);
        if (!db.Runs.Local.Any(x => x.What == what && x.IsOpen)
            && !await db.Runs.AnyAsync(x => x.Kind == RunKind.SpreadRating && x.State == RunState.Running && x.What == what, ct))
            Propose(check, 0, Again);
    }

    private Run Propose(FactCheck check, long total, TimeSpan later) => db.Add(Run.Propose(
        RunKind.SpreadRating, WhatOf(check), check.Review.Url, call.Actor, total, needsSecondPerson: false, later, clock.GetUtcNow())).Entity;

    private static string WhatOf(FactCheck check) => JsonSerializer.Serialize(new What(check.Id), WireJson.Options);
}
