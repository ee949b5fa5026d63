using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// A fact-checker asks what to check next: posts that people or machines hold to be false, and checks whose word nobody could read,
/// by the harm expected of them, which is reach × doubt.
/// </summary>
/// <param name="Take">1 to 200 rows.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Counted">Whether they are also counted.</param>
[AllowedTo(Role.FactChecker)]
public sealed record ClaimsToCheck(int Take = 50, ClaimsToCheck.Place? After = null, bool Counted = true) : IQuery<ClaimsToCheck.Answer>
{
    /// <summary>Where a page ended: at a check, or at a post.</summary>
    public sealed record Place(double Harm, FactCheckId? Check, ContentId? Content);

    /// <param name="Count">Of all, up to <see cref="ReviewQueue.CountCap"/>.</param>
    /// <param name="Next">Where to go on; null at the end. A page may be shorter than asked for and still not be the last.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool OrMore, Place? Next);

    /// <param name="Check">The check that waits for its rating; null for a post that nobody checked.</param>
    /// <param name="By">The handle of who posted it; the name of who checked.</param>
    /// <param name="Line">The beginning of what it says, or of the claim.</param>
    /// <param name="PictureRevision">The revision whose first picture or video may be shown; null for none.</param>
    /// <param name="Reach">Followers of its author; of a check, of all whose posts it names.</param>
    /// <param name="Doubt">How likely it is to be false, 0 to 1.</param>
    /// <param name="Reports">How many people said so, up to 1,000.</param>
    /// <param name="Score">How sure machines are, 0 to 1.</param>
    /// <param name="Reading">Why the word of a check was not read.</param>
    /// <param name="Word">That word, or its number.</param>
    /// <param name="Since">When it was posted; of a check, when it came in.</param>
    public sealed record Row(
        Place At, FactCheckId? Check, ContentId? Content, ContentKind? Kind, string By, string Line, string? Language, int? PictureRevision, long Reach,
        double Doubt, int Reports, double Score, ReadingDoubt Reading, string? Word, DateTimeOffset Since);

    internal sealed class Validator : AbstractValidator<ClaimsToCheck>
    {
        public Validator()
        {
            RuleFor(x => x.Take).InclusiveBetween(1, 200);
            RuleFor(x => x.After!).Must(x => x.Check is null != x.Content is null).When(x => x.After is not null).WithMessage("'After' is at a check or at a post.");
        }
    }

    internal sealed class Handler(ModerationDb db, ClaimRows rows) : IRequestHandler<ClaimsToCheck, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ClaimsToCheck query, CancellationToken ct)
        {
            var places = await rows.From(query.After, query.Take + 1, ct);
            var count = query.Counted
                ? await db.DoubtedItems.Where(x => x.State == DoubtState.Open).OrderBy(x => x.State).Take(ReviewQueue.CountCap + 1).CountAsync(ct)
                    + await db.FactChecks.Where(x => x.State == FactCheckState.Waiting).OrderBy(x => x.State).Take(ReviewQueue.CountCap + 1).CountAsync(ct)
                : 0;
            Place[] page = [.. places.Take(query.Take)];
            return new Answer(await rows.Show(page, ct), Math.Min(count, ReviewQueue.CountCap), count > ReviewQueue.CountCap, places.Count > query.Take ? page[^1] : null);
        }
    }
}
