using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Recommendations;
using Moderation.RepeatOffenders;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>A moderator asks what a decision would do, before making it. Nothing is stored.</summary>
/// <param name="Outcomes">Null takes those of the rule.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record PreviewDecision(CaseId Case, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes)
    : IQuery<PreviewDecision.Answer>
{
    /// <param name="Now">For an adult who does not follow the author.</param>
    /// <param name="Then">The same, were it decided.</param>
    /// <param name="Strikes">How many would be in force, where one is given.</param>
    /// <param name="Step">The step of the ladder that would be reached, in its words.</param>
    /// <param name="StepUntil">When that step's outcomes would end.</param>
    /// <param name="StrikeUntil">When the strike would stop counting.</param>
    /// <param name="TooOldForStrike">Whether it is past the look-back.</param>
    /// <param name="Deviates">Whether a reason for other outcomes than the rule's is asked.</param>
    /// <param name="NeedsSecondPerson">Whether it would cost the account, so that until another agrees it is only suspended.</param>
    public sealed record Answer(
        IReadOnlyDictionary<Surface, Verdict> Now, IReadOnlyDictionary<Surface, Verdict> Then, IReadOnlyList<EnforceDirectly.Effect> Outcomes,
        int? Strikes, string? Step, DateTimeOffset? StepUntil, DateTimeOffset? StrikeUntil, bool TooOldForStrike, bool Deviates,
        DateTimeOffset AppealUntil, int Reporters, bool NeedsSecondPerson = false);

    internal sealed class Handler(
        ModerationDb db, CaseSight sight, Restrictions restrictions, Rulebooks rulebooks, StrikeRecords records, Chains chains, Deciding deciding, HiddenOutcomes hidden, SupposedRuns runs, TimeProvider clock)
        : IRequestHandler<PreviewDecision, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PreviewDecision query, CancellationToken ct)
        {
            if (!(await sight.Glance(query.Case, ct)).IsOk(out var seen, out var unseen))
                return unseen;

            var (@case, member) = seen;
            var now = clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, now, ct);
            if (rulebook.Find(query.Guideline) is not { } guideline)
                return EnforcementErrors.UnknownGuideline;
            if (guideline.Restricted && !member.Holds(Role.ChildSafety))
                return EnforcementErrors.RestrictedGuideline;
            if (!(await deciding.OnSubject(@case.Subject, null, query.Guideline, query.Finding, "", ct)).IsOk(out var said, out var refusal))
                return refusal;

            said = said with { Outcomes = query.Outcomes };
            if (await hidden.Bar(@case, said, guideline, member, ct) is { } barred)
                return barred;
            return Decision.Make(said, guideline, rulebook, "", now).IsOk(out var decision, out refusal)
                ? await Compare(@case, said, guideline, rulebook, decision, now, ct)
                : refusal;
        }

        private async Task<Answer> Compare(
            Case @case, Judgement said, Guideline guideline, Rulebook rulebook, Decision decision, DateTimeOffset now, CancellationToken ct)
        {
            var candidate = @case.SubjectKind is SubjectKind.Account
                ? new Candidate(null, @case.AuthorId, Follows: false)
                : new Candidate(new ContentId(@case.SubjectId), @case.AuthorId, Follows: false);
            var standings = new Standings(db);
            await standings.Load([candidate], ct);
            HashSet<DecisionId> anew = await chains.DecidedAnew(@case.Subject, said.Guideline, ct) is { } replaced ? [replaced] : [];
            // All strikes count, also those that who asks may not know of.
            var record = (await records.Of(@case.AuthorId, now, ct)).Without(anew);
            await standings.Hide(restrictions, ct);
            var before = Verdicts(standings, candidate, now);
            standings.Hide(anew);
            standings.Suppose(decision.Outcomes);
            var strike = decision.Outcomes.FirstOrDefault(x => x.Kind is OutcomeKind.Strike);
            if (strike is not null)
                record = record.With(new(decision.Id.Value, strike.From, decision.Guideline, [new(strike.From, null, strike.StrikeWeight, strike.Until, strike.IsOneStrike)]));
            var reached = record.Timeline().FirstOrDefault(x => x.Cause == decision.Id.Value);
            if (reached is not null && Decision.Make(
                DeriveAccountDecisions.JudgementOf(@case.AuthorId, reached, rulebook.LadderInUse, decision), guideline, rulebook, "", now).IsOk(out var derived, out _))
                standings.Suppose(derived.Outcomes);
            var followed = await runs.After(decision, anew, now, ct);
            standings.Hide(followed.Gone);
            standings.Suppose(followed.Outcomes);
            var count = strike is null ? (int?)null : record.InForce(strike.From).Weight;

            return new(
                before, Verdicts(standings, candidate, now), [.. decision.Outcomes.Select(EnforceDirectly.Effect.Of)],
                count, reached?.Step.Name ?? (count is { } weight ? rulebook.LadderInUse.StepFor(weight)?.Name : null), reached?.To, strike?.Until,
                Resolution.IsTooOld(said, guideline, rulebook, now), Resolution.Deviates(said, guideline), decision.AppealUntil, @case.Reports,
                GraveDecisions.NeedsSecondPerson(said, guideline));
        }

        private static Dictionary<Surface, Verdict> Verdicts(Standings standings, Candidate candidate, DateTimeOffset now) =>
            Enum.GetValues<Surface>().ToDictionary(x => x, x => standings.On(candidate, x, Viewer.Adult, now, now));
    }
}
