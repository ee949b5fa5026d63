using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Enforcement;

internal sealed partial class Deciding
{
    /// <summary>What is known of decisions that are taken back together, so that not each asks for itself.</summary>
    /// <param name="Cleared">Those that left a clearance before.</param>
    /// <param name="Chained">Those with another in their place, or in whose place they stand.</param>
    /// <param name="Cited">Those on which others rest.</param>
    private sealed record Known(IReadOnlySet<DecisionId> Cleared, IReadOnlySet<DecisionId> Chained, IReadOnlySet<DecisionId> Cited);

    private Known? known;

    /// <summary>Takes back many at once; what each needs is read for all of them together.</summary>
    /// <param name="isWithdrawal">Whether the ratings, on which they were made, are no more.</param>
    public async Task<IReadOnlyList<(Decision Decision, Result<IReadOnlyList<DecidedOutcome>> Lifted)>> OverturnAll(
        IReadOnlyList<Decision> decisions, string reason, CancellationToken ct, bool isWithdrawal = false)
    {
        known = await ReadFor(decisions, ct);
        var answers = new List<(Decision, Result<IReadOnlyList<DecidedOutcome>>)>();
        foreach (var decision in decisions)
            answers.Add((decision, await Overturn(decision, reason, only: null, isWithdrawal, ct)));

        known = null;
        return answers;
    }

    private async Task<Known> ReadFor(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var ids = decisions.Select(x => x.Id).ToArray();
        var cases = decisions.Select(x => x.CaseId).OfType<CaseId>().Distinct().ToArray();
        if (cases.Length > 0)
            await db.Cases.Where(x => cases.Contains(x.Id)).LoadAsync(ct);
        var items = decisions.Where(x => x.SubjectKind is SubjectKind.Content).Select(x => new ContentId(x.SubjectId)).Distinct().ToArray();
        await db.Content.Where(x => items.Contains(x.Id)).LoadAsync(ct);
        var people = decisions.Select(x => x.AuthorId).Distinct().ToArray();
        await db.Set<Accounts.Account>().Where(x => people.Contains(x.Id)).LoadAsync(ct);

        var roots = await db.Set<Decision>().Where(x => x.ChainId != null && ids.Contains(x.ChainId.Value)).Select(x => x.ChainId!.Value).ToListAsync(ct);
        return new(
            (await db.Set<Clearance>().Where(x => ids.Contains(x.DecisionId)).Select(x => x.DecisionId).ToListAsync(ct)).ToHashSet(),
            roots.Concat(decisions.Where(x => x.ChainId is not null).Select(x => x.Id)).ToHashSet(),
            (await db.Set<Citation>().Where(x => ids.Contains(x.CitedId)).Select(x => x.CitedId).Distinct().ToListAsync(ct)).ToHashSet());
    }

    /// <summary>Takes back a decision, or only its outcomes of some kinds.</summary>
    public Task<Result<IReadOnlyList<DecidedOutcome>>> Overturn(
        Decision decision, string reason, IReadOnlyCollection<OutcomeKind>? only, CancellationToken ct) =>
        Overturn(decision, reason, only is null ? null : x => only.Contains(x.Kind), isWithdrawal: false, ct);

    /// <summary>Takes back a decision, or only some of its outcomes.</summary>
    /// <param name="only">Null for all.</param>
    /// <param name="isWithdrawal">Whether the order or the rating, on which it was made, is no more.</param>
    public async Task<Result<IReadOnlyList<DecidedOutcome>>> Overturn(
        Decision decision, string reason, Func<DecidedOutcome, bool>? only, bool isWithdrawal, CancellationToken ct)
    {
        if (decision.OrderId is not null && !isWithdrawal)
            return EnforcementErrors.ByOrder;

        var now = clock.GetUtcNow();
        var lifted = only is null ? decision.Overturn(reason, now) : decision.OverturnOnly(only, reason, now);
        if (lifted.IsRefused)
            return lifted;

        Touch(decision);
        // What rested on somebody else's word goes with it: nobody looked at the content and found nothing.
        if (!isWithdrawal)
            await Clear(decision, isWhole: only is null, now, ct);
        if (only is null)
        {
            if (decision.CaseId is { } id && await db.Cases.FindAsync([id], ct) is { } @case)
                @case.ForgetJudgement();
            if (known?.Chained.Contains(decision.Id) is not false)
                await chains.Reopen(decision, ct);
            if (known?.Cited.Contains(decision.Id) is not false)
                await citations.Reopen(decision, ct);
        }

        happenings.Raise(new DecisionOverturned(decision, reason, Whole: only is null));
        if (decision.IsTold)
            outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
        return lifted;
    }

    private async Task Clear(Decision overturned, bool isWhole, DateTimeOffset now, CancellationToken ct)
    {
        var clearance = known?.Cleared.Contains(overturned.Id) is false ? null : await db.Set<Clearance>().FindAsync([overturned.Id], ct);
        // What found nothing never was, so it clears nothing either.
        if (overturned.Finding is Finding.DoesNotViolate && isWhole && clearance is not null)
            db.Remove(clearance);
        // A step of the ladder and an order say nothing of the content: what a person took back there is remembered there.
        if (overturned is { IsDerived: false, OrderId: null, Finding: not Finding.DoesNotViolate } && clearance is null)
            db.Add(Clearance.From(overturned, now));
    }

    public void Supersede(Decision decision)
    {
        decision.Supersede(clock.GetUtcNow());
        Touch(decision);
        happenings.Raise(new DecisionSuperseded(decision));
        outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
    }
}
