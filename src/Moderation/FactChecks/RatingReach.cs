using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Whom a rating would reach, were it given now.</summary>
internal sealed class RatingReach(ModerationDb db, Copies copies, Publishers publishers, Checkable checkable)
{
    /// <summary>Of a check that names more, so many are looked at.</summary>
    public const int MostPosts = 20;

    /// <param name="Posts">What the check is about, as far as we know it.</param>
    /// <param name="Copies">How many copies of them were found.</param>
    /// <param name="IsMore">Whether there are more.</param>
    /// <param name="Followers">Of all their authors.</param>
    /// <param name="Counts">Whether the word of the publisher counts; while nobody said whose it is, it is taken to.</param>
    internal sealed record Reached(IReadOnlyList<ContentItem> Posts, int Copies, bool IsMore, long Followers, string? Publisher, bool Counts);

    /// <summary>Of a post, or of a check that is there already.</summary>
    public async Task<Result<Reached>> Of(ContentId? content, FactCheckId? check, string? url, CancellationToken ct)
    {
        if (check is not { } id)
            return await checkable.Find(content!.Value, ct) is { } item
                ? await Of([item], string.IsNullOrWhiteSpace(url) ? null : new(url, "", "", null, new(null, null), null, null, null, null, [], null), isMore: false, ct)
                : ClaimErrors.UnknownItem;
        if (await db.FactChecks.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is not { } filed)
            return FactCheckErrors.Unknown;

        var named = await (from rated in db.RatedItems.AsNoTracking()
                           join item in db.Content on rated.ContentId equals item.Id
                           where rated.FactCheckId == id && rated.CopyOf == null
                           orderby rated.ContentId
                           select item).Take(MostPosts + 1).ToListAsync(ct);
        return await Of([.. named.Take(MostPosts)], filed.Review, named.Count > MostPosts, ct);
    }

    private async Task<Reached> Of(IReadOnlyList<ContentItem> posts, ClaimReview? review, bool isMore, CancellationToken ct)
    {
        var found = new HashSet<ContentId>();
        foreach (var post in posts)
            if (await db.CurrentRevision(post.Id).FirstOrDefaultAsync(ct) is { } revision)
            {
                var near = await copies.Of(revision, ct);
                found.UnionWith(near.Copies.Select(x => x.Content));
                isMore |= near.IsMore;
            }

        found.ExceptWith(posts.Select(x => x.Id));
        var followers = await db.FollowersOfAuthors(posts.Select(x => x.Id).Concat(found), ct);
        if (review is null)
            return new(posts, found.Count, isMore, followers, null, Counts: true);

        var publisher = await publishers.Of(review, ct);
        return new(posts, found.Count, isMore, followers, publisher?.Name ?? ClaimReview.HostOf(review.Site) ?? ClaimReview.HostOf(review.Url), publishers.Binds(publisher));
    }
}
