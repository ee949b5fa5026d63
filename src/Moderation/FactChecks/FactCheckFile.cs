using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-check with what it labels, and how its rating changed.</summary>
/// <param name="After">Items after this one.</param>
[AllowedTo(Role.FactChecker, Role.Moderator, Role.AppealReviewer, Role.Lead, Role.PolicyManager, Scopes = [Scope.Platform, Scope.Enforcer])]
public sealed record FactCheckFile(FactCheckId FactCheck, ContentId? After = null) : IQuery<FactCheckFile.Answer>
{
    public const int PageSize = 50;

    /// <param name="ClaimReview">As schema.org has it, for interchange.</param>
    public sealed record Answer(
        FactCheckId FactCheckId, FactCheckState State, Rating? Rating, DateTimeOffset FiledAt, DateTimeOffset? RatedAt,
        IReadOnlyDictionary<string, object?> ClaimReview, IReadOnlyList<Item> Items, ContentId? Next, IReadOnlyList<Correction> Corrections)
    {
        public FactCheckId Id => FactCheckId;
    }

    /// <param name="CopyOf">Null for an item that the check names.</param>
    public sealed record Item(ContentId Content, ContentId? CopyOf, DecisionId? Decision, DateTimeOffset? UnmatchedAt);

    public sealed record Correction(Rating? Before, Rating? After, string Reason, DateTimeOffset At);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<FactCheckFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FactCheckFile query, CancellationToken ct)
        {
            if (await db.FactChecks.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.FactCheck, ct) is not { } check)
                return FactCheckErrors.Unknown;

            var after = query.After ?? new("");
            var items = await db.RatedItems.AsNoTracking().Where(x => x.FactCheckId == check.Id && x.ContentId > after)
                .OrderBy(x => x.ContentId).Take(PageSize + 1).Select(x => new Item(x.ContentId, x.CopyOf, x.DecisionId, x.UnmatchedAt)).ToListAsync(ct);
            var corrections = await db.Set<FactCheckCorrection>().AsNoTracking().Where(x => x.FactCheckId == check.Id).OrderBy(x => x.At).ThenBy(x => x.Id)
                .Select(x => new Correction(x.Before, x.After, x.Reason, x.At)).ToListAsync(ct);
            return new Answer(
                check.Id, check.State, check.Rating, check.FiledAt, check.RatedAt, ClaimReviewWriting.Of(check),
                [.. items.Take(PageSize)], items.Count > PageSize ? items[PageSize - 1].Content : null, corrections);
        }
    }
}
