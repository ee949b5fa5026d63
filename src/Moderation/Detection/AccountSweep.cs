using Microsoft.EntityFrameworkCore;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Looks at accounts, some at a time, in the order of their keys: how they go on, and whose posts they turn up at.</summary>
internal sealed class AccountSweep(ModerationDb db)
{
    // What is posted to be seen; under a comment nobody gathers.
    private static readonly ContentKind[] Posts = [ContentKind.Post, ContentKind.Reel, ContentKind.Story];

    private static readonly InteractionKind[] Gathering = [InteractionKind.Like, InteractionKind.Comment];

    public async Task<SweepSight> Look(EngagementSweep sweep, CancellationToken ct)
    {
        var (after, since, until) = (sweep.After, sweep.Since(QuickTies.Window), sweep.Until);
        var next = await SweepParts.End(
            db.Interactions.Where(x => x.Who > after).Select(x => x.Who), db.Follows.Where(x => x.Who > after).Select(x => x.Who), ct);
        var end = next ?? long.MaxValue;

        var acts = await db.Interactions.Engaging.Where(x => x.Who > after && x.Who <= end && x.At >= since && x.At < until)
            .Select(x => new { x.Who, x.What, x.At, IsGathering = !x.IsUndone && Gathering.Contains(x.Kind) }).ToListAsync(ct);
        var recent = sweep.Since(MachineRhythm.Window);
        var follows = await db.Follows.Where(x => x.Who > after && x.Who <= end && x.At >= recent && x.At < until)
            .Select(x => new { x.Who, x.At }).ToListAsync(ct);

        var rhythms = acts.Where(x => x.At >= recent).Select(x => (x.Who, x.At)).Concat(follows.Select(x => (x.Who, x.At)))
            .GroupBy(x => x.Who, x => x.At).OrderBy(x => x.Key).Select(x => MachineRhythm.Suspect(x.Key, x)).OfType<Suspected>();
        var gathering = acts.Where(x => x.IsGathering).Select(x => x.What).ToHashSet();
        return new(
            next is null ? sweep.Place.Next(SweepStage.Groups) : sweep.Place with { After = end },
            [.. rhythms],
            await Ties([.. acts.Select(x => new Act(x.Who, x.What, x.At))], gathering, since, until, ct));
    }

    private async Task<IReadOnlyList<Tie>> Ties(IReadOnlyList<Act> acts, HashSet<long> gathering, long since, long until, CancellationToken ct)
    {
        var posts = await Posted([.. acts.Select(x => x.What).Where(gathering.Contains).Distinct()], since, ct);
        var candidates = acts.GroupBy(x => x.Who).OrderBy(x => x.Key)
            .Select(x => (Who: x.Key, Acts: x.ToArray(), Authors: QuickTies.Candidates(x.Key, x, posts))).Where(x => x.Authors.Count > 0).ToList();
        var times = await Times([.. candidates.SelectMany(x => x.Authors.Keys).Distinct()], since, until, ct);
        return [.. candidates.SelectMany(x => QuickTies.Of(x.Who, x.Acts, posts, x.Authors, author => times[author]))];
    }

    // Which of these were posted within the window, by whom and when.
    private async Task<Dictionary<long, Posted>> Posted(long[] what, long since, CancellationToken ct)
    {
        var (posts, from) = (new Dictionary<long, Posted>(), DateTimeOffset.FromUnixTimeMilliseconds(since));
        foreach (var part in what.Chunk(Parts.Size))
        {
            var keys = await db.Set<SubjectKey>().Where(x => part.Contains(x.Key) && x.Kind == SubjectKind.Content).ToDictionaryAsync(x => new ContentId(x.SubjectId), x => x.Key, ct);
            ContentId[] ids = [.. keys.Keys];
            var items = await db.Content.Where(x => ids.Contains(x.Id) && x.CreatedAt >= from && Posts.Contains(x.Kind))
                .Select(x => new { x.Id, x.AuthorId, x.CreatedAt }).ToListAsync(ct);
            string[] names = [.. items.Select(x => x.AuthorId.Value).Distinct()];
            var authors = await db.Set<SubjectKey>().Where(x => x.Kind == SubjectKind.Account && names.Contains(x.SubjectId)).ToDictionaryAsync(x => x.SubjectId, x => x.Key, ct);
            foreach (var item in items.Where(x => authors.ContainsKey(x.AuthorId.Value)))
                posts[keys[item.Id]] = new(keys[item.Id], authors[item.AuthorId.Value], item.CreatedAt.ToUnixTimeMilliseconds());
        }

        return posts;
    }

    private async Task<Dictionary<long, IReadOnlyCollection<long>>> Times(long[] authors, long since, long until, CancellationToken ct)
    {
        var times = authors.ToDictionary(x => x, _ => (IReadOnlyCollection<long>)[]);
        var (from, to) = (DateTimeOffset.FromUnixTimeMilliseconds(since), DateTimeOffset.FromUnixTimeMilliseconds(until));
        foreach (var part in authors.Chunk(Parts.Size))
        {
            var keys = await db.Set<SubjectKey>().Where(x => part.Contains(x.Key)).ToDictionaryAsync(x => new AccountId(x.SubjectId), x => x.Key, ct);
            AccountId[] ids = [.. keys.Keys];
            var posted = await db.Content.Where(x => ids.Contains(x.AuthorId) && x.CreatedAt >= from && x.CreatedAt < to && Posts.Contains(x.Kind))
                .Select(x => new { x.AuthorId, x.CreatedAt }).ToListAsync(ct);
            foreach (var of in posted.GroupBy(x => x.AuthorId, x => x.CreatedAt.ToUnixTimeMilliseconds()))
                times[keys[of.Key]] = [.. of];
        }

        return times;
    }
}
