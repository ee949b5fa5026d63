using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Posts and checks that wait for a fact-checker, as one list: the most harmful first, of equals the checks before the posts.</summary>
internal sealed class ClaimRows(ModerationDb db, Seals seals)
{
    /// <summary>In characters.</summary>
    public const int MaxLine = 160;

    /// <summary>Each kind off its own index, merged: a page costs the same however many wait.</summary>
    public async Task<IReadOnlyList<ClaimsToCheck.Place>> From(ClaimsToCheck.Place? after, int take, CancellationToken ct)
    {
        var harm = after?.Harm ?? double.MaxValue;
        var (content, check) = (after?.Content ?? new(""), after?.Check ?? default);
        var checks = db.FactChecks.AsNoTracking().Where(x => x.State == FactCheckState.Waiting);
        checks = after is { Content: not null }
            ? checks.Where(x => x.Harm < harm)
            : checks.Where(x => x.Harm <= harm && (x.Harm < harm || x.Id > check));
        var posts = await db.DoubtedItems.AsNoTracking()
            .Where(x => x.State == DoubtState.Open && x.Harm <= harm && (x.Harm < harm || x.ContentId > content))
            .OrderByDescending(x => x.Harm).ThenBy(x => x.ContentId).Take(take).Select(x => new { x.Harm, x.ContentId }).ToListAsync(ct);
        var waiting = await checks.OrderByDescending(x => x.Harm).ThenBy(x => x.Id).Take(take).Select(x => new { x.Harm, x.Id }).ToListAsync(ct);
        return [.. waiting.Select(x => new ClaimsToCheck.Place(x.Harm, x.Id, null)).Concat(posts.Select(x => new ClaimsToCheck.Place(x.Harm, null, x.ContentId)))
            .OrderByDescending(x => x.Harm).ThenBy(x => x.Content is not null).ThenBy(x => x.Check?.Value).ThenBy(x => x.Content?.Value, StringComparer.Ordinal).Take(take)];
    }

    /// <summary>In the order of the places; what only specialists may know of is not there.</summary>
    public async Task<ClaimsToCheck.Row[]> Show(IReadOnlyList<ClaimsToCheck.Place> places, CancellationToken ct)
    {
        var (ids, waiting) = (places.Select(x => x.Content).OfType<ContentId>().ToArray(), places.Select(x => x.Check).OfType<Enforcement.FactCheckId>().ToArray());
        var hidden = await seals.HeldAmong(ids.Select(SubjectRef.Of), ct);
        var doubted = await db.DoubtedItems.AsNoTracking().Where(x => ids.Contains(x.ContentId)).ToDictionaryAsync(x => x.ContentId, ct);
        var items = await (
            from item in db.Content.AsNoTracking()
            join revision in db.Revisions on new { ContentId = item.Id, Number = item.Revision } equals new { revision.ContentId, revision.Number }
            join author in db.Accounts on item.AuthorId equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            where ids.Contains(item.Id)
            select new
            {
                item.Id,
                item.Kind,
                item.Language,
                item.Revision,
                revision.Media,
                item.AuthorId,
                author.Handle,
                Line = revision.Text == null ? "" : revision.Text.Substring(0, MaxLine),
            }).ToDictionaryAsync(x => x.Id, ct);
        var checks = waiting.Length == 0 ? [] : await db.FactChecks.AsNoTracking().Where(x => waiting.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);

        return [.. places.Where(x => x.Check is not null || x.Content is { } id && items.ContainsKey(id) && !hidden.Contains(SubjectRef.Of(id)))
            .Select(x => x.Check is { } id ? Of(x, checks[id]) : Post(x, x.Content!.Value))];

        ClaimsToCheck.Row Post(ClaimsToCheck.Place at, ContentId id)
        {
            var (row, item) = (doubted[id], items[id]);
            return new(
                at, null, id, item.Kind, item.Handle is { Length: > 0 } handle ? handle : item.AuthorId.Value, item.Line, item.Language,
                item.Media is [{ Kind: not MediaKind.Audio }, ..] ? item.Revision : null, row.Reach, row.Doubt, row.Reports, row.Score, ReadingDoubt.None, null, row.Since);
        }
    }

    private static ClaimsToCheck.Row Of(ClaimsToCheck.Place at, FactCheck check) => new(
        at, check.Id, null, null, check.Review.Publisher, check.Review.Claim.Length > MaxLine ? check.Review.Claim[..MaxLine] : check.Review.Claim, check.Review.Language, null,
        check.Reach, FactCheck.DoubtWhileWaiting, 0, 0, check.Doubt, check.Review.Rating.Word ?? check.Review.Rating.Value?.ToString(CultureInfo.InvariantCulture), check.FiledAt);
}
