using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker opens a dispute: the item, what was checked, and what its author says.</summary>
[AllowedTo(Role.FactChecker)]
public sealed record DisputeFile(DisputeId Dispute) : IQuery<DisputeFile.Answer>
{
    /// <param name="Disputed">The rating that is disputed.</param>
    /// <param name="Bearing">How many items bear the check now: what a correction reaches.</param>
    /// <param name="IsCopy">Whether software found the item to be a copy of one that the check names.</param>
    /// <param name="MayNot">Why this person may not answer; null where they may.</param>
    public sealed record Answer(
        DisputeId Id, DisputeState State, string Handle, string Statement, IReadOnlyList<string> Links, Rating Disputed, DateTimeOffset FiledAt, DateTimeOffset DueAt,
        Check Check, Item? Item, long Bearing, bool IsCopy, Error? MayNot, DisputeAnswer? Says, string? Reason, string? AnsweredBy, DateTimeOffset? ClosedAt);

    /// <param name="Word">As its publisher gave it; null where it gave a number only.</param>
    public sealed record Check(
        FactCheckId Id, string Claim, string Url, string Publisher, string? Word, Rating? Rating, DateOnly? CheckedOn, string? Explanation, string? Language);

    /// <param name="Text">What was rated.</param>
    public sealed record Item(
        ContentId Id, ContentKind Kind, DateTimeOffset CreatedAt, string? Language, string? Text, IReadOnlyList<MediaItem> Media, string Digest, int Revision, bool Gone);

    internal sealed class Handler(ModerationDb db, DisputeSight sight, TimeProvider clock) : IRequestHandler<DisputeFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DisputeFile query, CancellationToken ct)
        {
            if (await db.Disputes.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Dispute, ct) is not { } dispute)
                return DisputeErrors.Unknown;
            var mayNot = await sight.Bar(dispute, ct);
            if (mayNot == DisputeErrors.Unknown)
                return mayNot;

            var check = await db.FactChecks.AsNoTracking().SingleAsync(x => x.Id == dispute.FactCheckId, ct);
            var (review, word) = (check.Review, check.Review.Rating.Word);
            var author = await db.Set<Account>().AsNoTracking().Where(x => x.Id == dispute.DisputantId).Select(x => x.Handle).FirstOrDefaultAsync(ct);
            var matched = await db.RatedItems.AsNoTracking().FirstOrDefaultAsync(x => x.FactCheckId == check.Id && x.ContentId == dispute.ContentId, ct);
            return new Answer(
                dispute.Id, dispute.StateAt(clock.GetUtcNow()), author is { Length: > 0 } ? author : dispute.DisputantId.Value, dispute.Statement, dispute.Links, dispute.Rating,
                dispute.FiledAt, dispute.DueAt,
                new(check.Id, review.Claim, review.Url, review.Publisher, word, check.Rating, review.CheckedOn, review.Explanation, review.Language),
                await Show(dispute, ct), await db.RatedItems.LongCountAsync(x => x.FactCheckId == check.Id && x.DecisionId != null, ct), matched?.CopyOf is not null,
                mayNot, dispute.Answer, dispute.Reason, dispute.AnsweredBy, dispute.ClosedAt);
        }

        private async Task<Item?> Show(Dispute dispute, CancellationToken ct)
        {
            if (await db.Content.FindAsync([dispute.ContentId], ct) is not { } item)
                return null;

            var number = await db.Decisions.Where(x => x.Id == dispute.DecisionId).Select(x => x.Revision).SingleAsync(ct) ?? item.Revision;
            var rated = await db.Revisions.FindAsync([item.Id, number], ct);
            return new(item.Id, item.Kind, item.CreatedAt, item.Language, rated?.Text, rated?.Media ?? [], rated?.Digest ?? "", number, item.DeletedAt is not null);
        }
    }
}
