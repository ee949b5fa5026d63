using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Enforcement;

internal sealed partial class Deciding
{
    /// <summary>Takes back a decision, or only its outcomes of some kinds.</summary>
    public Task<Result<IReadOnlyList<DecidedOutcome>>> Overturn(
        Decision decision, string reason, IReadOnlyCollection<OutcomeKind>? only, CancellationToken ct) =>
        Overturn(decision, reason, only is null ? null : x => only.Contains(x.Kind), isWithdrawal: false, ct);

    /// <summary>Takes back a decision, or only some of its outcomes.</summary>
    /// <param name="only">Null for all.</param>
    /// <param name="isWithdrawal">Whether the authority's order, on which it was made, is no more.</param>
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
        await Clear(decision, isWhole: only is null, now, ct);
        if (only is null)
        {
            if (decision.CaseId is { } id && await db.Cases.FirstOrDefaultAsync(x => x.Id == id, ct) is { } @case)
                @case.ForgetJudgement();
            await chains.Reopen(decision, ct);
            await citations.Reopen(decision, ct);
        }

        happenings.Raise(new DecisionOverturned(decision, reason, Whole: only is null));
        if (decision.IsTold)
            outbox.Tell(decision.Subject, "decision.overturned", Told(decision));
        return lifted;
    }

    private async Task Clear(Decision overturned, bool isWhole, DateTimeOffset now, CancellationToken ct)
    {
        var clearance = await db.Set<Clearance>().FindAsync([overturned.Id], ct);
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
