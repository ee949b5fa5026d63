using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// Decisions on one subject of which each took the place of those before it. Only the last that was not overturned counts.
/// </summary>
internal sealed class Chains(ModerationDb db, Rulebooks rulebooks, Restrictions restrictions, Happenings happenings, TimeProvider clock)
{
    /// <summary>The decision that would lose its place to this judgement, and where that one would stand.</summary>
    public async Task<Result<(Decision Last, DecisionId Root, int Place)>> Open(DecisionId earlier, Judgement judgement, CancellationToken ct)
    {
        if (await db.Decisions.FirstOrDefaultAsync(x => x.Id == earlier, ct) is not { } named || await restrictions.Hide(named, ct))
            return EnforcementErrors.UnknownDecision;
        if (named.Subject != judgement.Subject)
            return EnforcementErrors.OverridesAnother;
        if (named.IsDerived)
            return EnforcementErrors.OverridesDerived;
        if (named.OrderId is not null)
            return EnforcementErrors.ByOrder;
        if (named.OverturnedAt is not null)
            return EnforcementErrors.AlreadyOverturned;
        if (judgement is { Automation: Automation.Full } or { Interim: true })
            return EnforcementErrors.OverridesByPerson;

        var chain = await Of(named, ct);
        return (LastOf(chain)!, named.ChainId ?? named.Id, chain.Max(x => x.ChainPlace) + 1);
    }

    public void Close(Decision last, Decision by)
    {
        var now = clock.GetUtcNow();
        last.Override(by, now);
        if (by.Finding is Finding.DoesNotViolate)
            db.Add(Clearance.By(by, last, now));
        happenings.Raise(new DecisionOverridden(last, by));
    }

    /// <summary>After an overturn: whichever is the last now counts again.</summary>
    public async Task Reopen(Decision overturned, CancellationToken ct)
    {
        if (LastOf(await Of(overturned, ct)) is not { OverriddenAt: not null } last)
            return;

        var (now, since) = (clock.GetUtcNow(), last.OverriddenAt.Value);
        db.AddRange(last.Restore(now));
        await CatchUp(last, since, now, ct);
        happenings.Raise(new DecisionRestored(last));
    }

    // While another had its place, newer rules may have been applied to what was in force.
    private async Task CatchUp(Decision restored, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var missed = await db.Set<AppliedRulebook>().AsNoTracking()
            .Where(x => x.AccountId == restored.AuthorId && x.At >= since && x.From <= restored.MadeAt && x.Until > restored.MadeAt)
            .OrderBy(x => x.At).ToListAsync(ct);
        foreach (var applied in missed)
        {
            var change = Rejudged.Under(await rulebooks.Version(db, applied.RulebookVersion, ct), Judged.Of(restored), applied.At, now);
            restored.TakeOver(change.Ended.Select(x => x.Id).ToHashSet(), change.Added, applied.At);
        }
    }

    /// <summary>
    /// What a person who judges a case decides anew: the decision on the subject under the same guideline that a machine
    /// made, that only held until somebody looked, or that rested on an overturned one. A post gets one strike for one breach.
    /// </summary>
    public async Task<DecisionId?> DecidedAnew(SubjectRef subject, string guideline, CancellationToken ct)
    {
        var (whole, now) = (Clearance.Whole(guideline), clock.GetUtcNow());
        var clause = whole + ".";
        var current = await db.Decisions.AsNoTracking().About(subject)
            .Where(x => (x.Guideline == whole || x.Guideline.StartsWith(clause)) && x.CauseId == null && x.OrderId == null
                && x.OverturnedAt == null && x.SupersededAt == null && x.OverriddenAt == null
                && (x.Automation == Automation.Full || x.IsInterim || db.Set<Citation>().Any(y => y.DecisionId == x.Id
                    && db.Set<Decision>().Any(z => z.Id == y.CitedId && z.OverturnedAt != null))))
            .OrderByDescending(x => x.MadeAt).ThenByDescending(x => x.Id).ToListAsync(ct);
        return current.Find(x => x.Outcomes.Any(y => y.RetractedAt is null && !(y.Until <= now)))?.Id;
    }

    private async Task<List<Decision>> Of(Decision one, CancellationToken ct)
    {
        var root = one.ChainId ?? one.Id;
        return await db.Decisions.Where(x => x.Id == root || x.ChainId == root).ToListAsync(ct);
    }

    private static Decision? LastOf(List<Decision> chain) => chain.Where(x => x.OverturnedAt is null).MaxBy(x => x.ChainPlace);
}
