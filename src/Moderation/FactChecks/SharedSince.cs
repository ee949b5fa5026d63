using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Says since when a post says what was rated: an old post may have been made a copy after the rating.</summary>
internal sealed class SharedSince(ModerationDb db, Copies copies)
{
    /// <param name="original">What the check was about, where the post is a copy; null for a post that the check itself names.</param>
    public async Task<DateTimeOffset> Of(ContentItem post, ContentRevision? original, DateTimeOffset ratedAt, CancellationToken ct)
    {
        if (original is null || post.CreatedAt > ratedAt || post.Revision == 1 || await db.Revisions.FindAsync([post.Id, post.Revision], ct) is not { } now || now.SeenAt <= ratedAt)
            return post.CreatedAt;

        // The first revision was there when it was posted, whenever we came to see it.
        var then = await db.Revisions.AsNoTracking().Where(x => x.ContentId == post.Id && (x.Number == 1 || x.SeenAt <= ratedAt)).MaxAsync(x => x.Number, ct);
        return (await copies.Among(original, new Dictionary<ContentId, int> { [post.Id] = then }, ct)).Count > 0 ? post.CreatedAt : now.SeenAt;
    }
}
