using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>Finds the items that say or show nearly the same as one.</summary>
internal sealed class Copies(ModerationDb db)
{
    /// <summary>The newest so many of those that share one number are looked at.</summary>
    public const int MostAKey = 60;

    /// <summary>So many are compared at most, those that share most numbers first.</summary>
    public const int MostCompared = 120;

    /// <summary>So many pictures that look like one are followed to what shows them, the nearest first.</summary>
    public const int MostLookAlikes = 30;

    // In one statement; SQLite takes 500.
    private const int KeysAtOnce = 60;

    /// <param name="Likeness">Of the texts, 0 to 1.</param>
    /// <param name="SameMedia">Whether it shows a picture that the other shows too, or one that looks like it.</param>
    internal sealed record Copy(ContentId Content, int Revision, DateTimeOffset SeenAt, double Likeness, bool SameMedia);

    /// <param name="IsMore">Whether there are more than were looked at.</param>
    internal sealed record Found(IReadOnlyList<Copy> Copies, bool IsMore);

    public async Task<Found> Of(ContentRevision revision, CancellationToken ct)
    {
        var (keys, isMore) = await KeysOf(revision, ct);
        if (keys.Count == 0)
            return new([], IsMore: false);

        var shared = new List<SketchKey>();
        foreach (var some in keys.Chunk(KeysAtOnce))
            shared.AddRange(await Sharing(some, revision.ContentId).ToListAsync(ct));
        var likely = shared.GroupBy(x => x.ContentId).OrderByDescending(x => x.DistinctBy(y => y.Key).Count())
            .ThenByDescending(x => x.Max(y => y.SeenAt)).Select(x => (Id: x.Key, Revision: x.Max(y => y.Revision))).ToList();
        var near = await Among(revision, likely.Take(MostCompared).ToDictionary(x => x.Id, x => x.Revision), ct);
        return new(
            [.. near.OrderByDescending(x => x.SameMedia ? 1 : x.Likeness).ThenByDescending(x => x.SeenAt).ThenBy(x => x.Content.Value, StringComparer.Ordinal)],
            isMore || likely.Count > MostCompared || shared.CountBy(x => x.Key).Any(x => x.Value == MostAKey));
    }

    /// <summary>The numbers by which whatever says or shows nearly the same is found, and whether there may be more of them.</summary>
    /// <param name="most">So many pictures that look like one of its own are followed.</param>
    public async Task<(IReadOnlySet<long> Keys, bool IsMore)> KeysOf(ContentRevision revision, CancellationToken ct, int most = MostLookAlikes)
    {
        var (keys, isMore) = (Sketch.Of(revision.Text, revision.Media).ToHashSet(), false);
        foreach (var hash in Pictures.HashesOf(revision.Media).Distinct())
        {
            var (alike, areMore) = await db.LookAlikes(hash, ct);
            keys.UnionWith(alike.Take(most).Select(Sketch.KeyOf));
            isMore |= areMore || alike.Count > most;
        }

        return (keys, isMore);
    }

    // One seek a number, and of each no more than can be looked at: an advertisement may have been posted a million times.
    private IQueryable<SketchKey> Sharing(IEnumerable<long> keys, ContentId but) => keys
        .Select(key => db.SketchKeys.AsNoTracking().Where(x => x.Key == key && x.ContentId != but)
            .OrderByDescending(x => x.SeenAt).ThenByDescending(x => x.ContentId).Take(MostAKey))
        .Aggregate((all, one) => all.Concat(one));

    /// <summary>Those of some revisions that say or show nearly the same as one.</summary>
    public async Task<List<Copy>> Among(ContentRevision revision, IReadOnlyDictionary<ContentId, int> likely, CancellationToken ct)
    {
        var (ids, numbers) = (likely.Keys.ToArray(), likely.Values.Distinct().ToArray());
        var found = await db.Revisions.AsNoTracking().Where(x => ids.Contains(x.ContentId) && numbers.Contains(x.Number))
            .Select(x => new { x.ContentId, x.Number, x.SeenAt, x.Media, Text = x.Text == null ? "" : x.Text.Substring(0, Likeness.Compared), Length = x.Text == null ? 0 : x.Text.Length })
            .ToListAsync(ct);
        var text = revision.Text ?? "";
        return [.. found.Where(x => likely[x.ContentId] == x.Number).Select(x => new Copy(
                x.ContentId, x.Number, x.SeenAt, text.Length == 0 || x.Length == 0 ? 0 : Likeness.OfCopies(text, text.Length, x.Text, x.Length),
                Pictures.Share(revision.Media, x.Media)))
            .Where(x => x.SameMedia || x.Likeness >= Likeness.NearlyTheSame)];
    }
}
