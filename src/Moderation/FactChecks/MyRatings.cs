using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker looks back at the claims that they rated, as they stand now, the last first.</summary>
/// <param name="Take">1 to 200 rows.</param>
/// <param name="After">Where the page before ended.</param>
[AllowedTo(Role.FactChecker)]
public sealed record MyRatings(int Take = 50, MyRatings.Place? After = null) : IQuery<MyRatings.Answer>
{
    /// <summary>Where a page ended.</summary>
    public sealed record Place(DateTimeOffset At, FactCheckId Id);

    /// <param name="Next">Where to go on; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, Place? Next);

    /// <param name="Claim">Its beginning.</param>
    /// <param name="RatedAt">When the rating was given, as it is now; of one that was withdrawn, when that was.</param>
    public sealed record Row(FactCheckId Id, string Claim, string? Language, string Publisher, Rating? Rating, FactCheckState State, DateTimeOffset RatedAt);

    internal sealed class Validator : AbstractValidator<MyRatings>
    {
        public Validator() => RuleFor(x => x.Take).InclusiveBetween(1, 200);
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<MyRatings, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MyRatings query, CancellationToken ct)
        {
            StaffId? me = ((Actor.Staff)call.Actor).Id;
            var mine = db.FactChecks.AsNoTracking().Where(x => x.RatedBy == me && x.RatedAt != null);
            if (query.After is { } after)
            {
                DateTimeOffset? at = after.At;
                mine = mine.Where(x => x.RatedAt <= at && (x.RatedAt < at || x.Id < after.Id));
            }

            var found = await mine.OrderByDescending(x => x.RatedAt).ThenByDescending(x => x.Id).Take(query.Take + 1).ToListAsync(ct);
            Row[] rows = [.. found.Take(query.Take).Select(x => new Row(
                x.Id, x.Review.Claim.Length > ClaimRows.MaxLine ? x.Review.Claim[..ClaimRows.MaxLine] : x.Review.Claim, x.Review.Language, x.Review.Publisher, x.Rating, x.State, x.RatedAt!.Value))];
            return new Answer(rows, found.Count > query.Take ? new(rows[^1].RatedAt, rows[^1].Id) : null);
        }
    }
}
