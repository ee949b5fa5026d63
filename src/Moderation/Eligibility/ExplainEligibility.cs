using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>A ranker, or who answers for one, asks why: everything in force on a subject, each with its decision and redress.</summary>
/// <param name="At">The instant; null for now.</param>
/// <param name="Known">By what was known at this instant; null for what was told at <paramref name="At"/>.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Ranker, Scope.Platform])]
public sealed record ExplainEligibility(SubjectRef Subject, DateTimeOffset? At = null, DateTimeOffset? Known = null)
    : IQuery<ExplainEligibility.Answer>
{
    /// <param name="Standing">On the subject itself, then on its author.</param>
    /// <param name="Verdicts">For an adult who does not follow the author.</param>
    public sealed record Answer(
        SubjectRef Subject, AccountId? Author, DateTimeOffset At, DateTimeOffset Known, long Version,
        IReadOnlyList<InForce> Standing, IReadOnlyDictionary<Surface, Verdict> Verdicts);

    public sealed record InForce(
        OutcomeId OutcomeId, OutcomeKind Kind, SubjectRef On, DecisionId DecisionId, string Guideline, DateTimeOffset From,
        DateTimeOffset? Until, IReadOnlyList<Surface> Surfaces, double Weight, IReadOnlyList<Feature> Features, Redress Appeal);

    /// <param name="Until">Until when an appeal can be filed.</param>
    public sealed record Redress(bool CanAppeal, DateTimeOffset Until, AppealState? State);

    internal sealed class Validator : AbstractValidator<ExplainEligibility>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).Must(x => TextId.IsValid(x.Id)).WithMessage("'Id' is not a valid id.");
            RuleFor(x => x.At).NotNull().When(x => x.Known is not null).WithMessage("'known' goes with 'at'.");
        }
    }

    // What was cut short ended then, as far as that is known.
    private static DateTimeOffset? EndOf(DecidedOutcome x, DateTimeOffset known) =>
        x.EndedAt is { } ended && ended <= known && !(x.Until <= ended) ? ended : x.Until;

    internal sealed class Handler(ModerationDb db, Heads heads, Restrictions restrictions, TimeProvider clock) : IRequestHandler<ExplainEligibility, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ExplainEligibility query, CancellationToken ct)
        {
            var author = await db.AuthorOf(query.Subject, ct);
            if (author is null)
                return EnforcementErrors.UnknownSubject;

            var version = await heads.Last(Heads.Standings, ct);
            var now = clock.GetUtcNow();
            var at = query.At ?? now;
            var known = query.Known ?? (at < now ? at : now);
            var candidate = query.Subject.Kind is SubjectKind.Account
                ? new Candidate(null, author, Follows: false)
                : new Candidate(new ContentId(query.Subject.Id), author, Follows: false);
            var standings = new Standings(db);
            await standings.Load([candidate], ct);
            await standings.Hide(restrictions, ct);

            SubjectRef[] subjects = [.. new[] { query.Subject, SubjectRef.Of(author.Value) }.Distinct()];
            var inForce = subjects.SelectMany(x => standings.OutcomesOf(x))
                .Where(x => x.ForRanking().IsInForce(at, known)).ToArray();
            var redress = await Redresses.Of(db, [.. inForce.Select(x => x.DecisionId).Distinct()], now, ct);
            return new Answer(
                query.Subject, author, at, known, version,
                [.. inForce.Select(x => new InForce(
                    x.Id, x.Kind, x.Subject, x.DecisionId, x.Ground, x.From, EndOf(x, known), [.. x.Surfaces.Each()], x.Weight, x.Features,
                    redress[x.DecisionId]))],
                Enum.GetValues<Surface>().ToDictionary(x => x, x => standings.On(candidate, x, Viewer.Adult, at, known)));
        }
    }
}

/// <summary>What can still be done about decisions.</summary>
internal static class Redresses
{
    public static async Task<IReadOnlyDictionary<DecisionId, ExplainEligibility.Redress>> Of(
        ModerationDb db, DecisionId[] decisions, DateTimeOffset now, CancellationToken ct)
    {
        var found = await (
            from decision in db.Set<Decision>().AsNoTracking()
            where decisions.Contains(decision.Id)
            join appeal in db.Set<Appeal>() on new { decision.Id, Who = decision.AuthorId } equals new { Id = appeal.DecisionId, Who = appeal.AppellantId } into appeals
            from appeal in appeals.DefaultIfEmpty()
            select new { decision.Id, decision.AppealUntil, decision.OverturnedAt, decision.SupersededAt, decision.OrderId, State = appeal == null ? (AppealState?)null : appeal.State })
            .ToListAsync(ct);
        // While the fact-checkers have time to answer a dispute, the appeal waits.
        var disputes = await db.DisputesOf(decisions, now, ct);
        return found.ToDictionary(x => x.Id, x => new ExplainEligibility.Redress(
            x.State is null && disputes.GetValueOrDefault(x.Id, DisputeState.Moot) is not DisputeState.Filed && now <= x.AppealUntil && x.OverturnedAt is null && x.SupersededAt is null && x.OrderId is null, x.AppealUntil, x.State));
    }
}
