using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>What a list says of each of its cases.</summary>
internal sealed class QueueRows(ModerationDb db)
{
    private const int MaxLine = 160;

    private sealed record Latest(int Number, string Text, IReadOnlyList<MediaItem> Media);

    /// <summary>In the order of the ids; what was decided a moment ago is still there.</summary>
    public async Task<ReviewQueue.Row[]> Show(IReadOnlyList<CaseId> ids, StaffId me, DateTimeOffset now, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];

        var cases = await db.Cases.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var authors = cases.Values.Select(x => x.AuthorId).Distinct().ToList();
        var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
        var holders = cases.Values.Where(x => x.Holder is not null && x.AvailableAt > now).Select(x => x.Holder!.Value).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(x => holders.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);
        var revisions = await Revisions(cases.Values, ct);

        return [.. ids.Where(cases.ContainsKey).Select(x => cases[x]).Select(x =>
        {
            var revision = x.SubjectKind is SubjectKind.Content ? revisions.GetValueOrDefault(new(x.SubjectId)) : null;
            var held = x.Holder is { } holder && x.AvailableAt > now ? holder : (StaffId?)null;
            return new ReviewQueue.Row(
                x.Id, x.Subject, x.ContentKind, x.AuthorId, handles.GetValueOrDefault(x.AuthorId) is { Length: > 0 } handle ? handle : x.AuthorId.Value,
                revision?.Text ?? "", revision?.Media is [var first, ..] ? first.Url : null, x.Severity,
                x.Harm, x.Guidelines, x.Reports, x.Signals, x.Reach,
                x.OpenedAt, x.DueAt, x.KeptFor(now) is null ? $"{x.StateAt(now)}" : "Kept", held is { } who ? names.GetValueOrDefault(who) : null, held == me,
                revision?.Media is [{ Kind: not MediaKind.Audio }, ..] ? revision.Number : null, x.Sources.HasFlag(CaseSources.LegalNotice));
        })];
    }

    private async Task<Dictionary<ContentId, Latest>> Revisions(IEnumerable<Case> cases, CancellationToken ct)
    {
        // A restricted case is opened or not seen: no previews.
        var items = cases.Where(x => x is { SubjectKind: SubjectKind.Content, IsRestricted: false }).Select(x => new ContentId(x.SubjectId)).ToList();
        return (await (
            from revision in db.Revisions.AsNoTracking()
            join item in db.Content on new { Id = revision.ContentId, revision.Number } equals new { item.Id, Number = item.Revision }
            where items.Contains(item.Id)
            select new { item.Id, revision.Number, revision.Media, Text = revision.Text == null ? "" : revision.Text.Substring(0, MaxLine) })
            .ToListAsync(ct)).ToDictionary(x => x.Id, x => new Latest(x.Number, x.Text, x.Media));
    }
}
