using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>
/// Refolds the recorded strikes of every account touched, those of each kind for themselves: decisions that still follow stay, those
/// that do not are superseded, those that a new rulebook cut short end, and those that are missing are made.
/// </summary>
internal sealed class DeriveAccountDecisions(
    ModerationDb db, Rulebooks rulebooks, StrikeRecords records, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock) : ISettle
{
    public async Task Settle(CancellationToken ct)
    {
        foreach (var account in happenings.Touched.Where(x => x.Kind is SubjectKind.Account)
            .Select(x => new AccountId(x.Id)).OrderBy(x => x.Value, StringComparer.Ordinal).ToArray())
            await Derive(account, ct);
    }

    private async Task Derive(AccountId account, CancellationToken ct)
    {
        await ledgers.Take(account);
        var all = await records.Each(account, clock.GetUtcNow(), ct);
        var derived = await db.Decisions.About(SubjectRef.Of(account)).Where(x => x.CauseId != null && x.Ladder != null).ToListAsync(ct);
        if (all.All(x => x.Strikes.Count == 0) && derived.Count == 0)
            return;

        var causes = derived.Select(x => x.CauseId!.Value).Distinct().ToArray();
        var strikes = (await db.Set<Decision>().AsNoTracking().Where(x => causes.Contains(x.Id)).Select(StrikeRow.Cause).ToListAsync(ct)).ToDictionary(x => x.Decision, x => x.Strike);
        foreach (var record in all)
            await Derive(account, record, derived.Where(x => KindOf(x) == record.Kind).ToDictionary(x => x.Id.Value), strikes, ct);
    }

    private async Task Derive(
        AccountId account, StrikeRecord record, Dictionary<Guid, Decision> derived, Dictionary<DecisionId, Guid> strikes, CancellationToken ct)
    {
        var plan = Refold.Plan(
            [.. derived.Values.Select(x => Of(x, strikes[x.CauseId!.Value]))], record.Timeline(),
            [.. record.History.Where(x => x.IsApplied).Select(x => x.From)]);
        foreach (var id in plan.Stale)
            deciding.Supersede(derived[id]);
        foreach (var (id, at) in plan.Ended)
            deciding.End(derived[id], at);
        foreach (var step in plan.Missing)
            await Reach(account, step, record, ct);
    }

    public static StrikeKind KindOf(Decision derived) =>
        derived.Guideline == RepeatMisinformation.Ground ? StrikeKind.Misinformation : StrikeKind.Community;

    public static DerivedStep Of(Decision x, Guid strike) => new(
        x.Id.Value, strike, x.LadderStrikes!.Value, x.Ladder!, x.LadderVersion ?? x.RulebookVersion, x.Outcomes.Min(y => y.From),
        [.. x.Outcomes.Select(y => y.EndedAt < y.Until || y.Until is null ? y.EndedAt ?? y.Until : y.Until)], x.State);

    private async Task Reach(AccountId account, StepReached step, StrikeRecord record, CancellationToken ct)
    {
        var causeId = record.Decisions[step.Cause];
        var cause = await db.Set<Decision>().AsNoTracking().SingleAsync(x => x.Id == causeId, ct);
        var ladder = record.History.First(x => x.Version == step.Version).Table;
        var made = await deciding.Make(
            record.Kind is StrikeKind.Misinformation ? MisinformationStep.JudgementOf(account, step, ladder, cause, record) : await OfBreach(account, step, ladder, cause, ct), ct);
        if (!made.IsOk(out _, out var refusal))
            throw new InvalidOperationException($"A step of ladder {ladder.Code} cannot be applied: {refusal.Code}.");
    }

    private async Task<Judgement> OfBreach(AccountId account, StepReached step, LadderTable ladder, Decision cause, CancellationToken ct)
    {
        // A newer rulebook may not know the rule any more; what was broken was the rule of its time.
        var knows = (await rulebooks.Version(db, step.Version, ct)).Find(cause.Guideline) is { Set: GuidelineSet.Community };
        return JudgementOf(account, step, ladder, cause) with { RulebookVersion = knows ? step.Version : cause.RulebookVersion };
    }

    /// <summary>What a step of the ladder says of an account.</summary>
    public static Judgement JudgementOf(AccountId account, StepReached step, LadderTable ladder, Decision cause) => new()
    {
        Subject = SubjectRef.Of(account),
        Author = account,
        Guideline = cause.Guideline,
        Finding = Finding.Violates,
        Rationale = $"{ladder.Name}: {step.Strikes} strikes in force. {step.Step.Name}.",
        Automation = Automation.Full,
        Cause = cause.Id,
        Ladder = step.Ladder,
        LadderStrikes = step.Strikes,
        LadderVersion = step.Version,
        Outcomes = [.. step.Outcomes.Select(x => new ChosenOutcome(
            x.Rule.Kind, OutcomeTarget.Author, [.. x.Rule.Surfaces.Each()], x.Rule.Kind is OutcomeKind.Demoted ? x.Rule.Weight : null,
            x.Rule.Audience, MinAge: x.Rule.MinAge, Features: x.Rule.Features.Count == 0 ? null : x.Rule.Features, From: step.From, Until: x.Until) { Where = x.Rule.Where })],
    };
}
