using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>What rules on accounts would make of a decision, before it is made.</summary>
internal sealed class SupposedRuns(ModerationDb db, AccountRecords records, Rulebooks rulebooks)
{
    /// <param name="Gone">Derived decisions that would count no more.</param>
    internal sealed record Answer(IReadOnlySet<DecisionId> Gone, IReadOnlyList<DecidedOutcome> Outcomes);

    /// <param name="without">Decisions in whose place it would stand.</param>
    public async Task<Answer> After(Decision supposed, IReadOnlySet<DecisionId> without, DateTimeOffset now, CancellationToken ct)
    {
        var seen = await records.Supposing(supposed, without, ct);
        var plan = RunPlan.Of(seen.Derived, RuleFold.RunsOf(seen.Record), now);
        var outcomes = new List<DecidedOutcome>();
        foreach (var run in plan.Missing)
        {
            var rulebook = await rulebooks.Version(db, run.Version, ct);
            if (Decision.Make(DeriveRecommendability.JudgementOf(supposed.AuthorId, run), rulebook.Rule(run.Code)!, rulebook, "", now).IsOk(out var decision, out _))
                outcomes.AddRange(decision.Outcomes);
        }

        return new(plan.Stale.Concat(plan.Cured.Select(x => x.Id)).Select(x => new DecisionId(x)).ToHashSet(), outcomes);
    }
}
