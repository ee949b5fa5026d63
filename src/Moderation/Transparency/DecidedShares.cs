using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// A lead asks what was decided. A decision counts once, by the hardest of its outcomes; one that was overturned since counts as
/// what it was, for it was made.
/// </summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record DecidedShares(FigurePeriod Period = FigurePeriod.Day, string? Queue = null, string? Guideline = null)
    : IQuery<DecidedShares.Answer>, IFigures
{
    /// <param name="Decided">How many cases were decided in the period.</param>
    /// <param name="Looked">How many decisions were looked at: those on all of them, or where they are many on a fair sample.</param>
    /// <param name="Rows">The most frequent first.</param>
    public sealed record Answer(DateTimeOffset AsOf, int Decided, int Looked, IReadOnlyList<Row> Rows);

    /// <param name="Kind">The hardest outcome; null where there was none.</param>
    /// <param name="IsBreach">Whether something was found against it.</param>
    public sealed record Row(OutcomeKind? Kind, bool IsBreach, int Count);

    internal sealed class Validator : AbstractValidator<DecidedShares>
    {
        public Validator()
        {
            RuleFor(x => x.Period).IsInEnum();
            this.CheckParts();
        }
    }

    internal sealed class Handler(ModerationDb db, CountedCases counted, KeptFigures kept) : IRequestHandler<DecidedShares, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DecidedShares query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var (drawn, of) = await CountedCases.Draw(await counted.Of(query, ct), now - query.Period.Length, now, ct);
            // What closed a case was made at the same instant.
            var decisions = from @case in drawn
                            join decision in db.Set<Decision>().AsNoTracking() on (CaseId?)@case.Id equals decision.CaseId
                            where decision.CauseId == null && (DateTimeOffset?)decision.MadeAt == @case.ClosedAt
                            select new { decision.Id, decision.Finding };
            var found = await decisions.ToListAsync(ct);
            var kinds = (await (from decision in decisions
                                join outcome in db.Outcomes.AsNoTracking() on decision.Id equals outcome.DecisionId
                                where outcome.Restores == null && outcome.ByRulebook == null
                                select new { decision.Id, outcome.Kind }).ToListAsync(ct)).ToLookup(x => x.Id, x => x.Kind);
            return new Answer(now, of, found.Count, [.. from decision in found
                                                        let row = (Kind: Hardest(kinds[decision.Id]), IsBreach: decision.Finding is not Finding.DoesNotViolate)
                                                        group row by row into alike
                                                        orderby alike.Count() descending, alike.Key.Kind
                                                        select new Row(alike.Key.Kind, alike.Key.IsBreach, alike.Count())]);
        });

        // A strike comes with what was done to the item, and is counted with the account.
        private static OutcomeKind? Hardest(IEnumerable<OutcomeKind> kinds) => kinds.Distinct().OrderBy(x => x is OutcomeKind.Strike)
            .ThenByDescending(x => Harshness.Of(x, weight: 0, strikeWeight: 1, surfaces: 1, length: null)).Cast<OutcomeKind?>().FirstOrDefault();
    }
}
