using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>
/// Refolds the recorded strikes of every account touched: decisions that still follow stay, those that do not are
/// superseded, and those that are missing are made.
/// </summary>
internal sealed class DeriveAccountDecisions(
    ModerationDb db, Rulebooks rulebooks, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock) : ISettle
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
        var subject = SubjectRef.Of(account);
        var strikes = await db.Outcomes.On(subject).Where(x => x.Kind == OutcomeKind.Strike && x.RetractedAt == null).ToListAsync(ct);
        var derived = await db.Decisions.About(subject).Where(x => x.CauseId != null).ToListAsync(ct);
        if (strikes.Count == 0 && derived.Count == 0)
            return;

        var ladder = (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).LadderInUse;
        var reached = Ladder.Timeline(strikes.Select(x => new StrikeGiven(x.DecisionId.Value, x.From, x.Until)), ladder);

        var (stale, missing) = Refold.Plan([.. derived.Select(Of)], reached, ladder.Code);
        foreach (var id in stale)
            deciding.Supersede(derived.Single(x => x.Id.Value == id));
        foreach (var step in missing)
            await Reach(account, step, ladder, ct);
    }

    private static DerivedStep Of(Decision x) => new(x.Id.Value, x.CauseId!.Value.Value, x.LadderStrikes!.Value, x.Ladder!, x.State);

    private async Task Reach(AccountId account, StepReached step, LadderTable ladder, CancellationToken ct)
    {
        var causeId = new DecisionId(step.Cause);
        var cause = await db.Set<Decision>().AsNoTracking().SingleAsync(x => x.Id == causeId, ct);
        var made = await deciding.Make(JudgementOf(account, step, ladder, cause.Guideline), ct);
        if (!made.IsOk(out _, out var refusal))
            throw new InvalidOperationException($"A step of ladder {ladder.Code} cannot be applied: {refusal.Code}.");
    }

    /// <summary>What a step of the ladder says of an account.</summary>
    public static Judgement JudgementOf(AccountId account, StepReached step, LadderTable ladder, string guideline) => new()
    {
        Subject = SubjectRef.Of(account),
        Author = account,
        Guideline = guideline,
        Finding = Finding.Violates,
        Rationale = $"{ladder.Name}: {step.Strikes} strikes in force. {step.Step.Name}.",
        Automation = Automation.Full,
        Cause = new DecisionId(step.Cause),
        Ladder = ladder.Code,
        LadderStrikes = step.Strikes,
        Outcomes = [.. step.Step.Outcomes.Select(x => new ChosenOutcome(
            x.Kind, OutcomeTarget.Author, Features: x.Features.Count == 0 ? null : x.Features,
            From: step.At, Until: x.Days is { } days ? step.At.AddDays(days) : null))],
    };
}
