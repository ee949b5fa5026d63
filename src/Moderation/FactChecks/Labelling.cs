using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Puts a rating on items, and takes it off them.</summary>
internal sealed class Labelling(ModerationDb db, Rulebooks rulebooks, Deciding deciding, PauseSwitches pauses, Ledgers ledgers, Copies copies, SharedSince shared, Happenings happenings, TimeProvider clock)
{
    public const string Detector = "fact-check";

    /// <summary>The named items, and what their copies are found by.</summary>
    /// <returns>Whether any of them is new to the check.</returns>
    public async Task<bool> Name(FactCheck check, IEnumerable<ContentId> contents, CancellationToken ct)
    {
        var isNew = false;
        foreach (var content in contents.Distinct())
        {
            if (await db.RatedItems.FindAsync([check.Id, content], ct) is null)
            {
                db.Add(RatedItem.Of(check.Id, content, copyOf: null, clock.GetUtcNow()));
                happenings.Raise(new ItemRated(content));
                isNew = true;
            }

            await Find(check, content, ct);
        }

        return isNew;
    }

    /// <summary>Of all whose items are about to change, in one order, before anything is read of them.</summary>
    public async Task TakeLedgers(IEnumerable<ContentId> contents, CancellationToken ct)
    {
        foreach (var some in contents.Distinct().Chunk(Parts.Size))
            await ledgers.Take(await db.Content.AsNoTracking().Where(x => some.Contains(x.Id)).Select(x => x.AuthorId).ToListAsync(ct));
    }

    /// <summary>Reads at once what labelling each of them would read one after the other.</summary>
    public async Task Know(IEnumerable<ContentId> contents, CancellationToken ct)
    {
        foreach (var some in contents.Distinct().Chunk(Parts.Size))
        {
            await db.Content.Where(x => some.Contains(x.Id)).LoadAsync(ct);
            await (from revision in db.Revisions
                   join item in db.Content on new { revision.ContentId, revision.Number } equals new { ContentId = item.Id, Number = item.Revision }
                   where some.Contains(item.Id)
                   select revision).LoadAsync(ct);
        }
    }

    /// <summary>Lets copies of a named item be found as they come, once it is known itself: of what it said then, whatever it says later.</summary>
    public async Task Find(FactCheck check, ContentId content, CancellationToken ct)
    {
        if (await RevisionOf(content, ct) is { } revision && await RatedRevision(check, content, ct) is null)
            db.AddRange((await copies.KeysOf(revision, ct, int.MaxValue)).Keys.Select(x => RatedKey.Of(x, check.Id, content, revision.Number)));
    }

    /// <summary>What a named item said when it was rated; null where nothing is found by it.</summary>
    public async Task<ContentRevision?> RatedRevision(FactCheck check, ContentId content, CancellationToken ct)
    {
        var key = db.RatedKeys.Local.FirstOrDefault(x => x.FactCheckId == check.Id && x.ContentId == content)
            ?? await db.RatedKeys.AsNoTracking().FirstOrDefaultAsync(x => x.FactCheckId == check.Id && x.ContentId == content, ct);
        return key is null ? null : await db.Revisions.FindAsync([content, key.Revision], ct);
    }

    /// <summary>Whether machines may label no copies by it for now.</summary>
    public async Task<bool> IsPaused(FactCheck check, CancellationToken ct) =>
        check.Ground is { } ground && await pauses.Bar(Detector, RatedPost.CopyRule, ground, ct) is not null;

    /// <summary>Puts the rating on an item that never bore it. Answers whether it is labelled now.</summary>
    public async Task<bool> Label(FactCheck check, RatedItem item, CancellationToken ct)
    {
        // What was taken back on an appeal is not said again.
        if (item.DecisionId is { } borne)
            return await db.Set<Decision>().FindAsync([borne], ct) is { State: DecisionState.InForce };
        if (check.Ground is not { } ground || item.UnmatchedAt is not null)
            return false;
        if (await db.Content.FindAsync([item.ContentId], ct) is not { } content)
            return false;

        await ledgers.Take(content.AuthorId);
        // True says nothing against it, and what the rulebook does nothing about any more needs no decision.
        var now = clock.GetUtcNow();
        if ((await rulebooks.InForce(db, now, ct)).Rule(ground)?.Outcomes.Any(x => !x.Listing.IsOver(now)) is not true)
            return false;

        if (!(await deciding.OnSubject(SubjectRef.Of(item.ContentId), null, ground, Finding.Rated, Rationale(check), ct)).IsOk(out var judgement, out _))
            return false;
        // Where a person cleared a copy this is refused: only one who names the item itself may say so again.
        var made = await deciding.Make(judgement with
        {
            FactCheck = check.Id,
            From = await Since(check, item.ContentId, now, ct),
            Automation = item.CopyOf is null ? Automation.Partial : Automation.Full,
            Detector = Detector,
            Rule = item.CopyOf is null ? null : RatedPost.CopyRule,
            Rated = new(check.RatedAt ?? now, await shared.Of(content, item.CopyOf is { } named ? await RatedRevision(check, named, ct) : null, check.RatedAt ?? now, ct), item.CopyOf is not null),
            Cites = item.CopyOf is { } original && await DecisionOf(check.Id, original, ct) is { } cited ? [cited] : [],
        }, ct);
        if (!made.IsOk(out var decision, out _))
            return false;

        item.Label(decision.Id);
        return true;
    }

    /// <summary>Takes the rating off items: from now on it never was. Nobody looked at the content, so nothing is cleared by it.</summary>
    /// <returns>What was in force and never was.</returns>
    public async Task<IReadOnlyList<DecisionId>> Lift(IReadOnlyList<RatedItem> items, string reason, CancellationToken ct)
    {
        var borne = items.Select(x => x.DecisionId).OfType<DecisionId>().ToArray();
        var decisions = await db.Decisions.Where(x => borne.Contains(x.Id)).ToListAsync(ct);
        await ledgers.Take(decisions.Select(x => x.AuthorId));
        foreach (var item in items)
            item.Label(null);

        // Also what lost its place to another: else it would come back once that one is overturned.
        await deciding.OverturnAll([.. decisions.Where(x => x is { OverturnedAt: null, SupersededAt: null })], reason, ct, isWithdrawal: true);
        return [.. decisions.Where(x => x.State is DecisionState.Overturned).Select(x => x.Id)];
    }

    public async Task<ContentRevision?> RevisionOf(ContentId content, CancellationToken ct) =>
        await db.Content.FindAsync([content], ct) is { } item ? await db.Revisions.FindAsync([content, item.Revision], ct) : null;

    // One instant for all that said so already, whichever chunk of a run came to it, and however often the run was interrupted.
    private async Task<DateTimeOffset> Since(FactCheck check, ContentId content, DateTimeOffset now, CancellationToken ct)
    {
        var said = (await RevisionOf(content, ct))!.SeenAt;
        var since = check.RatedAt > said ? check.RatedAt.Value : said;
        return since < now ? since : now;
    }

    private async Task<DecisionId?> DecisionOf(FactCheckId check, ContentId original, CancellationToken ct) =>
        (await db.RatedItems.FindAsync([check, original], ct))?.DecisionId;

    private static string Rationale(FactCheck check) => string.Create(
        CultureInfo.InvariantCulture, $"{check.Review.Publisher} rated it '{check.Review.Rating.Word ?? check.Review.Rating.Value?.ToString(CultureInfo.InvariantCulture)}': {check.Review.Url}");
}
