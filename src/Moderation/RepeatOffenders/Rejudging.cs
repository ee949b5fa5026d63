using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Reads what was decided about people in a period, so that another rulebook can be asked about it.</summary>
internal static class Rejudging
{
    extension(IQueryable<Decision> decisions)
    {
        /// <summary>What somebody or something judged in a period; what only follows from strikes is left out.</summary>
        public IQueryable<Decision> MadeIn(DateTimeOffset from, DateTimeOffset until) =>
            decisions.Where(x => x.MadeAt >= from && x.MadeAt < until && x.CauseId == null);

        /// <summary>
        /// The same, and whatever gave a strike at any time: a new ladder judges that again too. Else it would depend on a decision
        /// that is taken back later whether somebody's other strikes were judged again.
        /// </summary>
        public IQueryable<Decision> Concerning(DateTimeOffset from, DateTimeOffset until) => decisions.Where(x =>
            x.CauseId == null && (x.MadeAt >= from && x.MadeAt < until || x.Outcomes.Any(y => y.Kind == OutcomeKind.Strike)));

        /// <summary>The next people in the order of their ids.</summary>
        public async Task<List<AccountId>> AuthorsAfter(string? cursor, int take, CancellationToken ct) => await decisions
            .Where(x => cursor == null || ((string)(object)x.AuthorId).CompareTo(cursor) > 0)
            .Select(x => x.AuthorId).Distinct().OrderBy(x => x).Take(take).ToListAsync(ct);
    }

    extension(ModerationDb db)
    {
        /// <summary>What was judged of these people, the oldest first; those of one person stand together.</summary>
        public async Task<ILookup<AccountId, Judged>> JudgedOf(
            IReadOnlyCollection<AccountId> people, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
        {
            var of = db.Set<Decision>().AsNoTracking().MadeIn(from, until).Where(x => people.Contains(x.AuthorId));
            var outcomes = (await (
                from decision in of join outcome in db.Outcomes.AsNoTracking() on decision.Id equals outcome.DecisionId select outcome)
                .ToListAsync(ct)).ToLookup(x => x.DecisionId);
            // Without rationale and the like, which may be long.
            var decisions = await of.OrderBy(x => x.MadeAt).ThenBy(x => x.Id).Select(x => new
            {
                x.Id,
                x.BatchId,
                x.SubjectKind,
                x.SubjectId,
                x.AuthorId,
                x.Guideline,
                x.Finding,
                x.FollowsRule,
                IsInForce = x.OverturnedAt == null && x.SupersededAt == null && x.OverriddenAt == null,
                x.PostedAt,
                x.MadeAt,
                x.RatedAt,
                x.SharedAt,
                x.Rule,
            }).ToListAsync(ct);
            return decisions.ToLookup(x => x.AuthorId, x => new Judged(
                x.Id, x.BatchId, new(x.SubjectKind, x.SubjectId), x.AuthorId, x.Guideline, x.Finding, x.FollowsRule, x.IsInForce, x.PostedAt, x.MadeAt,
                [.. outcomes[x.Id].Where(y => outcomes[x.Id].All(z => z.Restores != y.Id)).OrderBy(y => y.From).ThenBy(y => y.Id.Value)])
            {
                Rated = RatedPost.Of(x.RatedAt, x.SharedAt, x.Rule),
            });
        }
    }
}
