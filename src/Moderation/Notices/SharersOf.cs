using Microsoft.EntityFrameworkCore;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Who shared an item: by a post of their own that shows it, or by what the host told that they did.</summary>
internal sealed class SharersOf(ModerationDb db, Seals seals)
{
    /// <param name="Level">0 for what is rated itself, 1 for what shows it, and so on.</param>
    /// <param name="After">The last post that shows it, of those looked at.</param>
    /// <param name="Who">The last member who shared it without a post, by their key; null while it is at the posts.</param>
    internal sealed record Place(ContentId Of, int Level, ContentId? After = null, long? Who = null);

    /// <param name="Rest">Where to go on; null where there are no more.</param>
    /// <param name="Below">Posts that were shared in their turn.</param>
    internal sealed record Found(IReadOnlyList<AccountId> People, Place? Rest, IReadOnlyList<Place> Below);

    /// <summary>Those of these that anybody shared.</summary>
    public async Task<IReadOnlyList<ContentId>> SharedAmong(IReadOnlyList<ContentId> items, CancellationToken ct)
    {
        ContentId?[] wanted = [.. items];
        var shared = await db.Content.Where(x => wanted.Contains(x.ReshareOf)).Select(x => x.ReshareOf!.Value).Distinct().ToListAsync(ct);
        var ids = items.Select(x => x.Value).ToArray();
        var interactions = db.Interactions;
        var told = await (from key in db.Set<SubjectKey>()
                          where key.Kind == SubjectKind.Content && ids.Contains(key.SubjectId)
                              && interactions.Any(x => x.Kind == InteractionKind.Reshare && x.What == key.Key)
                          select key.SubjectId).ToListAsync(ct);
        return [.. shared.Concat(told.Select(x => new ContentId(x))).Distinct()];
    }

    /// <summary>The next who shared it no later than it was rated.</summary>
    public Task<Found> Next(Place at, DateTimeOffset until, int most, CancellationToken ct) =>
        at.Who is { } who ? NextMembers(at, who, until, most, ct) : NextPosts(at, until, most, ct);

    private async Task<Found> NextPosts(Place at, DateTimeOffset until, int most, CancellationToken ct)
    {
        var after = at.After ?? new("");
        var posts = await db.Content.AsNoTracking().Where(x => x.ReshareOf == at.Of && x.Id > after && x.CreatedAt <= until)
            .OrderBy(x => x.Id).Take(most).Select(x => new { x.Id, x.AuthorId, x.DeletedAt }).ToListAsync(ct);
        var held = await seals.HeldAmong(posts.Select(x => SubjectRef.Of(x.Id)), ct);
        var open = posts.Where(x => !held.Contains(SubjectRef.Of(x.Id))).ToArray();
        var below = await SharedAmong([.. open.Select(x => x.Id)], ct);
        // What they took down themselves they do not show any more.
        return new([.. open.Where(x => x.DeletedAt is null).Select(x => x.AuthorId).Distinct()],
            posts.Count == most ? at with { After = posts[^1].Id } : at with { Who = long.MinValue },
            [.. below.Select(x => new Place(x, at.Level + 1))]);
    }

    private async Task<Found> NextMembers(Place at, long after, DateTimeOffset until, int most, CancellationToken ct)
    {
        var of = at.Of.Value;
        var last = until.ToUnixTimeMilliseconds();
        var interactions = db.Interactions;
        var keys = await (from item in db.Set<SubjectKey>()
                          join done in interactions on item.Key equals done.What
                          where item.Kind == SubjectKind.Content && item.SubjectId == of
                              && done.Kind == InteractionKind.Reshare && !done.IsUndone && done.At <= last && done.Who > after
                              && !interactions.Any(x => x.Kind == InteractionKind.Reshare && x.What == done.What && x.Who == done.Who && x.IsUndone && x.At >= done.At)
                          select done.Who).Distinct().OrderBy(x => x).Take(most).ToListAsync(ct);
        var people = await db.Set<SubjectKey>().Where(x => x.Kind == SubjectKind.Account && keys.Contains(x.Key)).Select(x => x.SubjectId).ToListAsync(ct);
        return new([.. people.Select(x => new AccountId(x))], keys.Count == most ? at with { Who = keys[^1] } : null, []);
    }
}
