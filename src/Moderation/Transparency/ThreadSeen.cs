using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>What people said to each other, as somebody may see it: of what is sealed only that there is something.</summary>
internal sealed class ThreadSeen(ModerationDb db, Seals seals, Restrictions restrictions)
{
    public async Task<CaseThread.Said[]> Show(IReadOnlyList<ContentItem> items, CancellationToken ct)
    {
        var ids = items.Select(x => x.Id).ToArray();
        var closed = await ClosedAmong(ids, ct);
        var authors = items.Select(x => x.AuthorId).Distinct().ToArray();
        var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
        var said = (await (
            from revision in db.Revisions.AsNoTracking()
            join item in db.Content on new { Id = revision.ContentId, revision.Number } equals new { item.Id, Number = item.Revision }
            where ids.Contains(item.Id)
            select new { item.Id, revision.Media, Text = revision.Text == null ? null : revision.Text.Substring(0, CaseThread.MaxText + 1) })
            .ToListAsync(ct)).ToDictionary(x => x.Id);
        return [.. items.Select(Show)];

        CaseThread.Said Show(ContentItem item)
        {
            if (closed.Contains(item.Id.Value))
                return new(item.Id, item.Kind, null, item.CreatedAt, null, item.Revision, null, IsCut: false, null, Gone: false, IsClosed: true);

            var handle = handles.GetValueOrDefault(item.AuthorId) is { Length: > 0 } known ? known : item.AuthorId.Value;
            if (item.DeletedAt is not null || said.GetValueOrDefault(item.Id) is not { } words)
                return new(item.Id, item.Kind, handle, item.CreatedAt, null, item.Revision, null, IsCut: false, null, Gone: true, IsClosed: false);

            var isCut = words.Text?.Length > CaseThread.MaxText;
            var place = words.Media.FindIndex(x => x.Kind is MediaKind.Image or MediaKind.Video);
            return new(
                item.Id, item.Kind, handle, item.CreatedAt, item.Language, item.Revision, isCut ? Whole(words.Text!) : words.Text ?? "", isCut,
                place < 0 ? null : place, Gone: false, IsClosed: false);
        }
    }

    private async Task<HashSet<string>> ClosedAmong(ContentId[] ids, CancellationToken ct)
    {
        var names = ids.Select(x => x.Value).ToArray();
        var closed = (await seals.ClosedOf(ids.Select(SubjectRef.Of), ct)).Select(x => x.Id).ToHashSet(StringComparer.Ordinal);
        var decisions = await db.Decisions.AsNoTracking().Where(x => x.SubjectKind == SubjectKind.Content && names.Contains(x.SubjectId))
            .Select(x => new { x.Id, x.SubjectId }).ToListAsync(ct);
        var hidden = await restrictions.HiddenOf(decisions.Select(x => x.Id), ct);
        closed.UnionWith(decisions.Where(x => hidden.Contains(x.Id)).Select(x => x.SubjectId));
        return closed;
    }

    // Never half a character.
    private static string Whole(string text) => text[..(char.IsHighSurrogate(text[CaseThread.MaxText - 1]) ? CaseThread.MaxText - 1 : CaseThread.MaxText)];
}
