using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

internal static class AuthorsReach
{
    /// <summary>Followers of all who posted these, each author counted once.</summary>
    public static async Task<long> FollowersOfAuthors(this ModerationDb db, IEnumerable<ContentId> posts, CancellationToken ct)
    {
        var authors = new HashSet<AccountId>();
        foreach (var some in posts.Chunk(Parts.Size))
            authors.UnionWith(await db.Content.Where(x => some.Contains(x.Id)).Select(x => x.AuthorId).ToListAsync(ct));
        var followers = 0L;
        foreach (var some in authors.Chunk(Parts.Size))
            followers += await db.Accounts.Where(x => some.Contains(x.Id)).SumAsync(x => x.FollowerCount, ct);
        return followers;
    }
}
