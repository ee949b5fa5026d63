using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>
/// Whether accounts may be recommended, derived anew for every account touched: decisions that still follow stay, those that were cured
/// end, those that no longer follow are superseded, and those that are missing are made.
/// </summary>
internal sealed class DeriveRecommendability(
    ModerationDb db, AccountRecords records, PauseSwitches pauses, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock)
    : ISettle, IReactTo<ContentArrived>, IReactTo<ContentDeleted>
{
    private readonly HashSet<AccountId> posters = [];

    public Task React(ContentArrived happened, CancellationToken ct)
    {
        posters.Add(happened.Author);
        return Task.CompletedTask;
    }

    public async Task React(ContentDeleted happened, CancellationToken ct)
    {
        if (await db.Content.FindAsync([happened.Content], ct) is { } item)
            posters.Add(item.AuthorId);
    }

    public async Task Settle(CancellationToken ct)
    {
        AccountId[] touched = [.. happenings.Touched.Where(x => x.Kind is SubjectKind.Account).Select(x => new AccountId(x.Id))];
        var accounts = await records.Decided([.. touched.Union(posters)], ct);
        if (accounts.Count == 0)
            return;

        await ledgers.Take(accounts);
        foreach (var seen in (await records.Of(accounts, ct)).OrderBy(x => x.Account.Value, StringComparer.Ordinal))
            await Derive(seen, ct);
    }

    private async Task Derive(AccountSeen seen, CancellationToken ct)
    {
        if (seen is { Derived.Count: 0, Record.Causes.Count: 0 })
            return;

        var plan = RunPlan.Of(seen.Derived, RuleFold.RunsOf(seen.Record), clock.GetUtcNow());
        foreach (var id in plan.Stale)
            deciding.Supersede(await Derived(id, ct));
        foreach (var (id, at) in plan.Cured)
            deciding.Cure(await Derived(id, ct), at);
        foreach (var run in plan.Missing)
            if (!await pauses.HoldsRule(run.Code, ct))
                await Begin(seen.Account, run, ct);
    }

    private Task<Decision> Derived(Guid id, CancellationToken ct) => db.Decisions.SingleAsync(x => x.Id == new DecisionId(id), ct);

    private async Task Begin(AccountId account, RunOfRule run, CancellationToken ct)
    {
        var made = await deciding.Make(JudgementOf(account, run), ct);
        if (!made.IsOk(out _, out var refusal))
            throw new InvalidOperationException($"The rule {run.Code} cannot be applied: {refusal.Code}.");
    }

    /// <summary>What a rule on accounts says of one.</summary>
    public static Judgement JudgementOf(AccountId account, RunOfRule run) => new()
    {
        Subject = SubjectRef.Of(account),
        Author = account,
        Guideline = run.Code,
        Rule = run.Code,
        Finding = Finding.NotRecommendable,
        Rationale = $"{run.Rule.Title}: {run.Causes.Count} counted.",
        Automation = Automation.Full,
        Cause = new(run.Cause),
        Cites = [.. run.Causes.Order().Select(x => new DecisionId(x))],
        RulebookVersion = run.Version,
        Outcomes = [.. run.Rule.Outcomes.Select(x => new ChosenOutcome(
            x.Kind, OutcomeTarget.Author, [.. x.Surfaces.Each()], x.Kind is OutcomeKind.Demoted ? x.Weight : null, x.Audience, MinAge: x.MinAge,
            From: run.From, Until: run.EndOf(x)))],
    };
}
