using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A moderator asks what a case's item answers, and what others answered to it, the newest first.</summary>
/// <param name="After">The last answer of the page before; null for the beginning, which is short.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseThread(CaseId Case, CaseThread.Place? After = null) : IQuery<CaseThread.Answer>
{
    public const int MostAbove = 3;
    public const int FirstReplies = 5;
    public const int PageSize = 20;

    /// <summary>Beyond this a count is said to be "or more".</summary>
    public const int CountCap = 10_000;

    /// <summary>In characters; of a longer one the beginning is shown.</summary>
    public const int MaxText = 2000;

    /// <summary>Where a page ended.</summary>
    public sealed record Place(DateTimeOffset CreatedAt, ContentId Id);

    /// <param name="Above">What it hangs under, the nearest last; none on later pages.</param>
    /// <param name="IsMoreAbove">Whether the first of those hangs under something too.</param>
    /// <param name="Count">Of all replies, capped.</param>
    /// <param name="Next">Null at the end.</param>
    public sealed record Answer(IReadOnlyList<Said> Above, bool IsMoreAbove, IReadOnlyList<Said> Replies, int Count, Place? Next);

    /// <param name="Handle">Null where who asks may not see it.</param>
    /// <param name="Text">Null where it is gone, or who asks may not see it.</param>
    /// <param name="IsCut">Whether the text goes on.</param>
    /// <param name="Picture">The place of its first picture or video among its media; null for none.</param>
    public sealed record Said(
        ContentId Id, ContentKind Kind, string? Handle, DateTimeOffset CreatedAt, string? Language, int Revision, string? Text, bool IsCut, int? Picture, bool Gone, bool IsClosed);

    internal sealed class Handler(ModerationDb db, CaseSight sight, ThreadSeen seen) : IRequestHandler<CaseThread, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseThread query, CancellationToken ct)
        {
            if (!(await sight.See(query.Case, ct)).IsOk(out var opened, out var refusal))
                return refusal;
            if (opened.Case.SubjectKind is not SubjectKind.Content || await db.Content.FindAsync([new ContentId(opened.Case.SubjectId)], ct) is not { } item)
                return new Answer([], false, [], 0, null);

            var above = query.After is null ? await Above(item, ct) : [];
            var take = query.After is null ? FirstReplies : PageSize;
            var replies = db.Content.AsNoTracking().Where(x => x.ParentId == item.Id);
            var count = await replies.OrderBy(x => x.CreatedAt).Take(CountCap + 1).CountAsync(ct);
            if (query.After is { } after)
                replies = replies.Where(x => x.CreatedAt < after.CreatedAt || x.CreatedAt == after.CreatedAt && ((string)(object)x.Id).CompareTo(after.Id.Value) < 0);

            var page = await replies.OrderByDescending(x => x.CreatedAt).ThenByDescending(x => x.Id).Take(take + 1).ToListAsync(ct);
            var last = page.Count > take ? page[take - 1] : null;
            return new Answer(
                await seen.Show([.. above.Take(MostAbove).Reverse()], ct), above.Count > MostAbove, await seen.Show([.. page.Take(take)], ct), count,
                last is null ? null : new(last.CreatedAt, last.Id));
        }

        // One more than is shown tells whether there is more. What hangs on itself by a detour ends here too.
        private async Task<List<ContentItem>> Above(ContentItem item, CancellationToken ct)
        {
            var above = new List<ContentItem>();
            for (var at = item.ParentId; at is { } id && above.Count <= MostAbove && above.TrueForAll(x => x.Id != id); at = above[^1].ParentId)
            {
                if (await db.Content.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is not { } parent)
                    break;
                above.Add(parent);
            }

            return above;
        }
    }
}
