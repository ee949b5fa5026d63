using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// Keeps what waits for fact-checkers in the order of its expected harm. A post is weighed whole by what is known of it now, so that
/// it does not matter in which order reports, signals, followers and checks come.
/// </summary>
internal sealed class Doubting(ModerationDb db, Rulebooks rulebooks, FactCheckSettings settings, Happenings happenings, TimeProvider clock)
    : IReactTo<AccountArrived>, IReactTo<FollowersChanged>, IReactTo<ContentRevised>, IReactTo<ContentDeleted>,
      IReactTo<SignalGathered>, IReactTo<ReportGathered>, IReactTo<ItemRated>
{
    /// <summary>Beyond this reports are said to be "or more".</summary>
    public const int MostCounted = 1_000;

    /// <summary>Posts of one author that are weighed anew at once, the most harmful first; the others when something comes to them.</summary>
    public const int MostOfAuthor = 200;

    public Task React(SignalGathered happened, CancellationToken ct) => Gathered(happened.Subject, happened.Guideline, ct);

    public Task React(ReportGathered happened, CancellationToken ct) => Gathered(happened.Subject, happened.Guideline, ct);

    public Task React(AccountArrived happened, CancellationToken ct) => Reach(happened.Account, ct);

    public Task React(FollowersChanged happened, CancellationToken ct) => Reach(happened.Account, ct);

    public Task React(ContentRevised happened, CancellationToken ct) => Again(happened.Content, ct);

    public Task React(ContentDeleted happened, CancellationToken ct) => Again(happened.Content, ct);

    public async Task React(ItemRated happened, CancellationToken ct)
    {
        // Ten thousand copies are told of in few commands: those of one wave are looked for at once.
        ContentId[] rated = [.. happenings.Wave.OfType<ItemRated>().Select(x => x.Content).Distinct()];
        if (rated[0] != happened.Content)
            return;

        foreach (var some in rated.Chunk(Parts.Size))
            foreach (var row in await db.DoubtedItems.Where(x => some.Contains(x.ContentId)).ToListAsync(ct))
                if (await db.Content.FindAsync([row.ContentId], ct) is { } item)
                    row.Follow(await IsChecked(item.Id, ct), item.Revision);
    }

    private async Task Gathered(SubjectRef subject, string? guideline, CancellationToken ct)
    {
        if (subject.Kind is SubjectKind.Content && guideline is not null && settings.Doubts(guideline))
            await Weigh(new(subject.Id), ct);
    }

    private async Task Again(ContentId content, CancellationToken ct)
    {
        if (await db.DoubtedItems.FindAsync([content], ct) is not null)
            await Weigh(content, ct);
    }

    private async Task Weigh(ContentId content, CancellationToken ct)
    {
        var row = await db.DoubtedItems.FindAsync([content], ct);
        if (await db.Content.FindAsync([content], ct) is not { } item || !Checkable.Is(item))
        {
            if (row is not null)
                db.Remove(row);
            return;
        }

        row ??= db.Add(DoubtedItem.Of(item)).Entity;
        var (reports, weight, score) = await Said(SubjectRef.Of(content), ct);
        row.Weigh((await db.Accounts.FindAsync([item.AuthorId], ct))?.FollowerCount ?? 0, reports, weight, score);
        row.Follow(await IsChecked(content, ct), item.Revision);
    }

    private async Task Reach(AccountId author, CancellationToken ct)
    {
        var followers = (await db.Accounts.FindAsync([author], ct))?.FollowerCount ?? 0;
        var rows = await db.DoubtedItems.Where(x => x.AuthorId == author).OrderByDescending(x => x.Harm).Take(MostOfAuthor).ToListAsync(ct);
        foreach (var row in rows.Where(x => CasePriority.IsNotable(x.Reach, followers)))
            await Weigh(row.ContentId, ct);
    }

    private async Task<(int Reports, double Weight, double Score)> Said(SubjectRef subject, CancellationToken ct)
    {
        var codes = await Codes(ct);
        var counted = db.Reports.AsNoTracking().About(subject).Where(x => x.Credibility != null);
        var believed = new List<double>();
        var reports = 0;
        foreach (var code in codes)
        {
            var under = counted.Where(x => x.Guideline == code);
            believed.AddRange(await under.OrderByDescending(x => x.Credibility).Take(ReporterRecords.MostWeighed).Select(x => x.Credibility!.Value).ToListAsync(ct));
            reports += await under.OrderBy(x => x.Credibility).Take(MostCounted + 1).CountAsync(ct);
        }

        var score = await db.Signals.About(subject).Where(x => codes.Contains(x.Guideline!) && x.ClearedBy == null && !x.IsHeld).MaxAsync(x => (double?)x.Score, ct);
        return (Math.Min(reports, MostCounted), Credibility.Together(believed.OrderDescending().Take(ReporterRecords.MostWeighed)), score ?? 0);
    }

    private async Task<string[]> Codes(CancellationToken ct)
    {
        var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
        return [.. settings.Doubted.SelectMany(x => rulebook.Find(x)?.Clauses.Select(y => y.Code).Prepend(x) ?? [x]).Distinct()];
    }

    private Task<bool> IsChecked(ContentId content, CancellationToken ct) => db.RatedItems.AnyAsync(x => x.ContentId == content && x.UnmatchedAt == null
        && db.Set<FactCheck>().Any(y => y.Id == x.FactCheckId && y.State != FactCheckState.Withdrawn), ct);
}
