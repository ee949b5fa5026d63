using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>A derived decision, and the strike that reached its step.</summary>
internal sealed record DerivedDecision(Decision Decision, Guid Strike);

/// <summary>The strikes of one person and one kind, and what another ladder would make of them.</summary>
/// <param name="Then">The other ladder, as applied at an instant.</param>
internal sealed record RejudgedStrikes(
    AccountId Account, StrikeKind Kind, IReadOnlyList<StrikeRow> Rows, IReadOnlyList<TrainingTaken> Trainings, IReadOnlyList<LadderInForce> History,
    IReadOnlyList<DerivedDecision> Derived, LadderInForce Then)
{
    /// <summary>The steps of the ladder as they are and as they would be, given what becomes of the decisions that gave the strikes.</summary>
    public IEnumerable<Treatment> Rejudge(IReadOnlyCollection<Rejudged> decisions)
    {
        var (strikes, _) = StrikeRecords.Assemble(RowsAfter([.. decisions.Where(x => x.Decision.Finding is Finding.Rated == Kind is StrikeKind.Misinformation)]));
        var reached = Ladder.Timeline(strikes, Trainings, [.. History, Then]);
        var plan = Refold.Plan(
            [.. Derived.Select(x => DeriveAccountDecisions.Of(x.Decision, x.Strike))], reached,
            [.. History.Append(Then).Where(x => x.IsApplied).Select(x => x.From)]);
        var gone = plan.Stale.Concat(plan.Ended.Select(x => x.Id)).ToHashSet();

        return from cause in Derived.Select(x => x.Strike).Concat(plan.Missing.Select(x => x.Cause)).Distinct().ToArray()
               let derived = Derived.Where(x => x.Strike == cause && x.Decision.State is DecisionState.InForce).ToArray()
               let guideline = Kind is StrikeKind.Misinformation ? RepeatMisinformation.Ground : strikes.FirstOrDefault(x => x.Id == cause)?.Guideline ?? derived.FirstOrDefault()?.Decision.Guideline
               where guideline is not null
               select Compare(
                   guideline,
                   [.. derived.Where(x => !gone.Contains(x.Decision.Id.Value)).SelectMany(InForce)],
                   [.. derived.Where(x => gone.Contains(x.Decision.Id.Value)).SelectMany(InForce)],
                   [.. plan.Missing.Where(x => x.Cause == cause).SelectMany(Begins)]);
    }

    // What a decision no longer brings has ended then; what it brings instead begins.
    private IEnumerable<StrikeRow> RowsAfter(IReadOnlyCollection<Rejudged> decisions)
    {
        var ended = decisions.SelectMany(x => x.Ended).Where(x => x.Kind is Ranking.OutcomeKind.Strike).Select(x => (x.DecisionId, x.From)).ToHashSet();
        foreach (var row in Rows)
            yield return ended.Contains((row.Decision, row.From)) ? row with { EndedAt = Then.From } : row;
        foreach (var (decision, added) in decisions.SelectMany(x => x.Added.Select(y => (x.Decision, y))).Where(x => x.y.Kind is Ranking.OutcomeKind.Strike))
            yield return new(
                decision.Author.Value, decision.Id, decision.Batch, decision.Guideline, added.From, added.Until, null, added.StrikeWeight, added.IsOneStrike)
            {
                Post = Kind is StrikeKind.Misinformation ? decision.Subject.Id : null,
            };
    }

    private IEnumerable<DecidedOutcome> InForce(DerivedDecision x) =>
        x.Decision.Outcomes.Where(y => y.RetractedAt is null && y.EndedAt is null && !(y.Until <= Then.From));

    private IEnumerable<DecidedOutcome> Begins(StepReached step) =>
        from outcome in step.Outcomes
        where !(outcome.Until <= Then.From)
        select DecidedOutcome.Of(
            default, SubjectRef.Of(Account), "", outcome.Rule, [], History.Append(Then).First(x => x.Version == step.Version).Floor, step.From, outcome.Until, Then.From);

    // What is made anew but does the same is no difference to anybody.
    private static Treatment Compare(string guideline, List<DecidedOutcome> kept, List<DecidedOutcome> ended, List<DecidedOutcome> added)
    {
        foreach (var outcome in ended.ToArray())
        {
            if (added.Find(outcome.DoesAs) is not { } same)
                continue;

            ended.Remove(outcome);
            added.Remove(same);
            kept.Add(outcome);
        }

        return new(guideline, IsStep: true, [.. kept.Select(Limit.Of)], [.. ended.Select(Limit.Of)], [.. added.Select(Limit.Of)]);
    }
}
