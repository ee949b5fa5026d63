using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker opens a post: what it says, who doubts it, and what was checked of it already.</summary>
[AllowedTo(Role.FactChecker)]
public sealed record ItemToCheck(ContentId Content) : IQuery<ItemToCheck.Answer>
{
    internal const int MostWords = 5;

    /// <param name="Links">Addresses that its text names. They are shown and never fetched.</param>
    /// <param name="Doubt">How likely it is to be false, 0 to 1; 0 where nobody says so.</param>
    /// <param name="Reports">How many people said so, up to 1,000.</param>
    /// <param name="Words">What the last of them wrote.</param>
    /// <param name="Waits">Whether it waits for somebody to check it.</param>
    /// <param name="IsOwn">Whether it is of who asks, so that they may not rate it.</param>
    public sealed record Answer(
        ContentId Content, ContentKind Kind, string Handle, string? DisplayName, long Followers, DateTimeOffset CreatedAt, int Revision, string? Text, string? Language,
        IReadOnlyList<MediaItem> Media, string Digest, IReadOnlyList<string> Links, double Doubt, int Reports, IReadOnlyList<string> Words, IReadOnlyList<Seen> Signals,
        IReadOnlyList<Check> Checks, bool Waits, bool IsOwn);

    /// <param name="Score">How sure it is, 0 to 1.</param>
    public sealed record Seen(string Detector, string Version, string Label, double Score, string? Explanation);

    /// <param name="IsCopy">Whether the check names another post, of which this is a copy.</param>
    public sealed record Check(FactCheckId Id, string Publisher, string Claim, Rating? Rating, FactCheckState State, bool IsCopy, bool IsUnmatched);

    internal sealed class Validator : AbstractValidator<ItemToCheck>
    {
        public Validator() => RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
    }

    internal sealed class Handler(ModerationDb db, Checkable checkable, FactCheckSettings settings) : IRequestHandler<ItemToCheck, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ItemToCheck query, CancellationToken ct)
        {
            if (await checkable.Find(query.Content, ct) is not { } item)
                return ClaimErrors.UnknownItem;

            var subject = SubjectRef.Of(item.Id);
            var said = (await db.Revisions.FindAsync([item.Id, item.Revision], ct))!;
            var author = await db.Accounts.FindAsync([item.AuthorId], ct);
            var doubted = await db.DoubtedItems.FindAsync([item.Id], ct);
            var words = await db.Reports.AsNoTracking().About(subject).Where(x => x.Details != null && x.Details != "" && x.Credibility != null)
                .OrderByDescending(x => x.ReceivedAt).Take(20 * MostWords).Select(x => new { x.Guideline, Text = x.Details!.Substring(0, 500) }).ToListAsync(ct);
            var signals = await db.Signals.AsNoTracking().About(subject).Where(x => x.Guideline != null && x.ClearedBy == null).OrderByDescending(x => x.Score).Take(100).ToListAsync(ct);
            var checks = await (from rated in db.RatedItems.AsNoTracking()
                                join check in db.FactChecks on rated.FactCheckId equals check.Id
                                where rated.ContentId == item.Id
                                orderby check.FiledAt descending
                                select new { rated, check }).Take(20).ToListAsync(ct);
            return new Answer(
                item.Id, item.Kind, author?.Handle is { Length: > 0 } handle ? handle : item.AuthorId.Value, author?.DisplayName, author?.FollowerCount ?? 0, item.CreatedAt, item.Revision,
                said.Text, item.Language, said.Media, said.Digest, Links.In(said.Text), doubted?.Doubt ?? 0, doubted?.Reports ?? 0,
                [.. words.Where(x => x.Guideline is { } code && settings.Doubts(code)).Select(x => x.Text).Take(MostWords)],
                [.. signals.Where(x => settings.Doubts(x.Guideline!)).Select(x => new Seen(x.Detector, x.DetectorVersion, x.Label, x.Score, x.Explanation))],
                [.. checks.Select(x => new Check(x.check.Id, x.check.Review.Publisher, x.check.Review.Claim, x.check.Rating, x.check.State, x.rated.CopyOf is not null, x.rated.UnmatchedAt is not null))],
                doubted is { State: DoubtState.Open }, await checkable.IsOwn(item.AuthorId, ct));
        }
    }
}
