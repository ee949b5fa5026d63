using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>An account crosses the threshold of repeated misinformation, or crosses it again while it counts.</summary>
internal static class MisinformationStep
{
    /// <summary>What that says of the account. It rests on each of the ratings that counted.</summary>
    public static Judgement JudgementOf(AccountId account, StepReached step, LadderTable ladder, Decision cause, StrikeRecord record) =>
        DeriveAccountDecisions.JudgementOf(account, step, ladder, cause) with
        {
            Guideline = RepeatMisinformation.Ground,
            Rationale = $"{ladder.Name}: {step.Strikes} posts rated by fact-checkers counted. {step.Step.Name}.",
            RulebookVersion = step.Version,
            Cites = [.. step.Counted.Select(x => record.Decisions[x]).Distinct()],
        };
}
