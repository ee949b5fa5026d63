using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// The cases that figures tell of. What only specialists may know of is in no figure, whoever asks: neither as a part, nor in a
/// whole from which the other parts could be taken away.
/// </summary>
internal sealed class CountedCases(ModerationDb db, Queues queues, Rulebooks rulebooks)
{
    /// <summary>At most so many are looked at one by one.</summary>
    public const int MostDrawn = 10_000;

    private const int Codes = 1 << 24;

    /// <summary>A lane, and the queue it is of; the queues that are always there have no title.</summary>
    public sealed record LaneOf(long Lane, string Queue, string? Title);

    /// <summary>The lanes of a queue, or of all but the restricted one.</summary>
    public async Task<IReadOnlyList<LaneOf>> Lanes(string? queue, CancellationToken ct)
    {
        var titles = (await queues.All(ct)).ToDictionary(x => x.Code, x => x.Title, StringComparer.Ordinal);
        return [.. (await db.Lanes.AsNoTracking().Where(x => x.Queue != Lane.Restricted && (queue == null || x.Queue == queue)).ToListAsync(ct))
            .Select(x => new LaneOf(x.Id, x.Queue, titles.GetValueOrDefault(x.Queue)))];
    }

    public async Task<IQueryable<Case>> Of(IFigures part, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking().Where(x => !x.IsRestricted);
        if (part.Guideline is { } guideline)
            cases = cases.Where(x => x.LeadGuideline == guideline);
        if (part.Queue is null)
            return cases;

        long[] lanes = [.. (await Lanes(part.Queue, ct)).Select(x => x.Lane)];
        return cases.Where(x => lanes.Contains(x.LaneId));
    }

    /// <summary>Codes of guidelines that are, or once were, restricted.</summary>
    public async Task<string[]> Restricted(CancellationToken ct)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in await db.RulebookVersions.Standing.Select(x => x.Number).ToListAsync(ct))
            codes.UnionWith((await rulebooks.Version(db, number, ct)).Guidelines.Where(x => x.Restricted).Select(x => x.Code));
        return [.. codes.Order(StringComparer.Ordinal)];
    }

    /// <summary>The decided ones, or where they are many a sample of them.</summary>
    /// <returns>Those looked at, and how many there are.</returns>
    public static async Task<(IQueryable<Case> Drawn, int Of)> Draw(IQueryable<Case> cases, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var decided = cases.Where(x => x.ClosedAt > from && x.ClosedAt <= until && x.Stage == CaseStage.Decided);
        var count = await decided.CountAsync(ct);
        var below = CodeBelow(MostDrawn, count);
#pragma warning disable CA1309 // The database compares: ordinally, as all our columns.
        return (below is null ? decided : decided.Where(x => string.Compare(x.Code, below) < 0), count);
#pragma warning restore CA1309
    }

    // The end of an id is drawn by chance, so those below a code are a fair sample, and the same one each time.
    internal static string? CodeBelow(int most, int of) =>
        of <= most ? null : ((int)((double)Codes * most / of)).ToString("X6", System.Globalization.CultureInfo.InvariantCulture);
}
