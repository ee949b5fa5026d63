using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// A fact-checker goes through what machines took for copies though it says or shows something slightly else, with what was checked
/// beside it; those first that wait longest.
/// </summary>
/// <param name="Take">1 to 100 rows.</param>
/// <param name="After">Where the page before ended.</param>
[AllowedTo(Role.FactChecker)]
public sealed record MatchesToConfirm(int Take = 20, MatchesToConfirm.Place? After = null) : IQuery<MatchesToConfirm.Answer>
{
    /// <summary>In characters; of each text.</summary>
    public const int MaxText = 2_000;

    /// <summary>Where a page ended.</summary>
    public sealed record Place(DateTimeOffset At, FactCheckId FactCheck, ContentId Content);

    /// <param name="Count">Of all, up to <see cref="ReviewQueue.CountCap"/>; also of those that not everybody is shown.</param>
    /// <param name="Next">Where to go on; null at the end. A page may be shorter than asked for and still not be the last.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool OrMore, Place? Next);

    /// <param name="Likeness">Of the texts, 0 to 1.</param>
    /// <param name="SharesPicture">Whether it shows a picture of the original, or one that looks like it.</param>
    public sealed record Row(Place At, string Publisher, string Claim, Rating Rating, Side Original, Side Copy, double Likeness, bool SharesPicture);

    /// <param name="Text">The beginning of what it says: of the original as it was rated.</param>
    public sealed record Side(ContentId Content, string Handle, Moderation.Content.ContentKind Kind, string Text, int? PictureRevision, DateTimeOffset CreatedAt);

    internal sealed class Validator : AbstractValidator<MatchesToConfirm>
    {
        public Validator() => RuleFor(x => x.Take).InclusiveBetween(1, 100);
    }

    internal sealed class Handler(ModerationDb db, ShownPosts posts) : IRequestHandler<MatchesToConfirm, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MatchesToConfirm query, CancellationToken ct)
        {
            var standing = db.Decisions.Where(x => x.OverturnedAt == null && x.SupersededAt == null).Select(x => (DecisionId?)x.Id);
            var waiting = db.RatedItems.AsNoTracking().Where(x => x.IsToConfirm && x.DecisionId != null && standing.Contains(x.DecisionId));
            var (at, check, content) = query.After is { } after ? (after.At, after.FactCheck, after.Content) : (DateTimeOffset.MinValue, default, new(""));
            var found = await waiting.Where(x => x.At >= at && (x.At > at || x.FactCheckId > check || x.FactCheckId == check && x.ContentId > content))
                .OrderBy(x => x.At).ThenBy(x => x.FactCheckId).ThenBy(x => x.ContentId).Take(query.Take + 1).ToListAsync(ct);
            RatedItem[] page = [.. found.Take(query.Take)];
            var count = await waiting.OrderBy(x => x.At).Take(ReviewQueue.CountCap + 1).CountAsync(ct);
            return new Answer(await Show(page, ct), Math.Min(count, ReviewQueue.CountCap), count > ReviewQueue.CountCap, found.Count > query.Take ? PlaceOf(page[^1]) : null);
        }

        private async Task<Row[]> Show(RatedItem[] page, CancellationToken ct)
        {
            if (page.Length == 0)
                return [];

            var (ids, named) = (page.Select(x => x.FactCheckId).Distinct().ToArray(), page.Select(x => x.CopyOf!.Value).Distinct().ToArray());
            var checks = await db.FactChecks.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
            var rated = await db.RatedKeys.AsNoTracking().Where(x => ids.Contains(x.FactCheckId) && named.Contains(x.ContentId))
                .GroupBy(x => x.ContentId).Select(x => new { x.Key, Revision = x.Max(y => y.Revision) }).ToDictionaryAsync(x => x.Key, x => x.Revision, ct);
            var originals = await posts.Of(named, MaxText, ct, rated);
            var copies = await posts.Of([.. page.Select(x => x.ContentId)], MaxText, ct);
            return [.. from item in page
                       let copy = copies.GetValueOrDefault(item.ContentId)
                       let original = originals.GetValueOrDefault(item.CopyOf!.Value)
                       where copy is { IsShown: true, IsGone: false } && original is { IsShown: true } && checks[item.FactCheckId].Rating is not null
                       let filed = checks[item.FactCheckId]
                       select new Row(PlaceOf(item), filed.Review.Publisher, filed.Review.Claim, filed.Rating!.Value, Of(original), Of(copy), item.Likeness ?? 0, item.SharesPicture)];
        }

        private static Place PlaceOf(RatedItem item) => new(item.At, item.FactCheckId, item.ContentId);

        private static Side Of(ShownPosts.Post x) => new(x.Id, x.Handle, x.Kind, x.Text, x.PictureRevision, x.CreatedAt);
    }
}
