using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker asks what a correction would lift, and what would come in its place. Nothing is stored.</summary>
/// <param name="Rating">Null for a withdrawal.</param>
[AllowedTo(Role.FactChecker)]
public sealed record PreviewCorrection(FactCheckId FactCheck, Rating? Rating) : IQuery<PreviewCorrection.Answer>
{
    /// <param name="Lifted">How many posts would lose what the rating brought, up to <see cref="ReviewQueue.CountCap"/>.</param>
    /// <param name="Strikes">How many strikes of their authors would never have been, up to the same.</param>
    /// <param name="InPlace">What each of them would get instead; empty for nothing.</param>
    /// <param name="ByRun">Whether there are so many that it takes a while.</param>
    public sealed record Answer(int Lifted, int Strikes, bool OrMore, IReadOnlyList<OutcomeKind> InPlace, bool ByRun);

    internal sealed class Validator : AbstractValidator<PreviewCorrection>
    {
        public Validator() => RuleFor(x => x.Rating).IsInEnum();
    }

    internal sealed class Handler(ModerationDb db, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<PreviewCorrection, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PreviewCorrection query, CancellationToken ct)
        {
            if (await db.FactChecks.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.FactCheck, ct) is not { } check)
                return FactCheckErrors.Unknown;
            if (check.State is FactCheckState.Withdrawn)
                return FactCheckErrors.Withdrawn;
            if (check.State is FactCheckState.Waiting)
                return FactCheckErrors.Waiting;

            var now = clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, now, ct);
            var ground = query.Rating is { } rating ? RatingGround.Of(rating) : null;
            // What bears the same word already keeps it.
            var lifted = from item in db.RatedItems
                         join decision in db.Decisions on item.DecisionId equals (DecisionId?)decision.Id
                         where item.FactCheckId == check.Id && decision.OverturnedAt == null && decision.SupersededAt == null && decision.Guideline != (ground ?? "")
                         select decision.Id;
            var posts = await lifted.OrderBy(x => x).Take(ReviewQueue.CountCap + 1).CountAsync(ct);
            var strikes = await db.Outcomes.Where(x => x.Kind == OutcomeKind.Strike && x.RetractedAt == null && lifted.Contains(x.DecisionId)).OrderBy(x => x.Id).Take(ReviewQueue.CountCap + 1).CountAsync(ct);
            OutcomeKind[] inPlace = check.State is FactCheckState.InForce && ground is not null && rulebook.Rule(ground) is { } rule
                ? [.. rule.Outcomes.Where(x => !x.Listing.IsOver(now)).Select(x => x.Kind).Distinct().Order()] : [];
            return new Answer(
                Math.Min(posts, ReviewQueue.CountCap), Math.Min(strikes, ReviewQueue.CountCap), posts > ReviewQueue.CountCap, inPlace,
                await db.RatedItems.Where(x => x.FactCheckId == check.Id).OrderBy(x => x.ContentId).Take(Spreading.MostAtOnce + 1).CountAsync(ct) > Spreading.MostAtOnce);
        }
    }
}
