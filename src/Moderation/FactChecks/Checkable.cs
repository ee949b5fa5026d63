using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// What fact-checkers may see and rate: posts that their authors show to everybody. They come from outside the platform, so that what
/// was meant for few, and what only specialists may know of, is not there for them.
/// </summary>
internal sealed class Checkable(ModerationDb db, Seals seals, Call call)
{
    public static bool Is(ContentItem item) =>
        item is { Kind: ContentKind.Post or ContentKind.Story or ContentKind.Reel, Audience: ContentAudience.Public, DeletedAt: null, IsErased: false };

    public async Task<ContentItem?> Find(ContentId content, CancellationToken ct) =>
        await db.Content.FindAsync([content], ct) is { } item && Is(item) && !await seals.Holds(SubjectRef.Of(content), ct) ? item : null;

    /// <summary>Nobody rates what they posted themselves.</summary>
    public async Task<bool> IsOwn(AccountId author, CancellationToken ct) => await Own(ct) == author;

    /// <summary>Nobody says what is a copy of something checked, if they posted it themselves.</summary>
    public async Task<bool> IsOwn(IReadOnlyCollection<ContentId> posts, CancellationToken ct) =>
        await Own(ct) is { } account && await db.Content.AnyAsync(x => posts.Contains(x.Id) && x.AuthorId == account, ct);

    /// <summary>Nobody changes a check that is about what they posted themselves, were it only as a copy.</summary>
    public async Task<bool> IsOwn(FactCheckId check, CancellationToken ct) => await Own(ct) is { } account
        && await db.RatedItems.AnyAsync(x => x.FactCheckId == check && x.UnmatchedAt == null && db.Set<ContentItem>().Any(y => y.Id == x.ContentId && y.AuthorId == account), ct);

    private async Task<AccountId?> Own(CancellationToken ct) => call.Actor is Actor.Staff(var me)
        ? await db.Staff.AsNoTracking().Where(x => x.Id == me).Select(x => x.Account).FirstOrDefaultAsync(ct) : null;
}
