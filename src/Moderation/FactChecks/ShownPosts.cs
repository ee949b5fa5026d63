using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// Posts under a check as somebody may see them. Fact-checkers come from outside the platform: what is not shown to everybody they know
/// to be there, and no more; what only specialists may know of, nobody else is shown.
/// </summary>
internal sealed class ShownPosts(ModerationDb db, Seals seals, Call call)
{
    /// <param name="Text">Empty where it is not for them.</param>
    /// <param name="IsShown">Whether they may see what it says.</param>
    internal sealed record Post(ContentId Id, string Handle, ContentKind Kind, string Text, int? PictureRevision, DateTimeOffset CreatedAt, bool IsShown, bool IsGone);

    /// <param name="most">Of each text, so many characters.</param>
    /// <param name="revisions">Which revision of some; of the others the current one.</param>
    public async Task<Dictionary<ContentId, Post>> Of(IReadOnlyCollection<ContentId> ids, int most, CancellationToken ct, IReadOnlyDictionary<ContentId, int>? revisions = null)
    {
        var items = await db.Content.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var authors = items.Values.Select(x => x.AuthorId).Distinct().ToArray();
        var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
        var hidden = await seals.HeldAmong(items.Keys.Select(SubjectRef.Of), ct);
        var numbers = items.Values.Select(Number).Distinct().ToArray();
        var said = (await db.Revisions.AsNoTracking().Where(x => ids.Contains(x.ContentId) && numbers.Contains(x.Number))
            .Select(x => new { x.ContentId, x.Number, x.Media, Text = x.Text == null ? "" : x.Text.Substring(0, most) }).ToListAsync(ct)).ToDictionary(x => (x.ContentId, x.Number));
        var isInside = call.Rights.Holds(Role.Moderator) || call.Rights.Holds(Role.Lead);
        return items.Values.ToDictionary(x => x.Id, x =>
        {
            var isShown = !hidden.Contains(SubjectRef.Of(x.Id)) && (isInside || Checkable.Is(x));
            var words = isShown ? said.GetValueOrDefault((x.Id, Number(x))) : null;
            return new Post(
                x.Id, handles.GetValueOrDefault(x.AuthorId) is { Length: > 0 } handle ? handle : x.AuthorId.Value, x.Kind, words?.Text ?? "",
                words?.Media is [{ Kind: not MediaKind.Audio }, ..] ? words.Number : null, x.CreatedAt, isShown, x.DeletedAt is not null);
        });

        int Number(ContentItem item) => revisions?.GetValueOrDefault(item.Id) is > 0 and var number ? number : item.Revision;
    }
}
