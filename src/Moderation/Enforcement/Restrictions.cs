using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// What somebody may not see is for them not there: decisions under restricted guidelines, and any on what is quarantined,
/// are for child-safety specialists.
/// </summary>
internal sealed class Restrictions(ModerationDb db, Rulebooks rulebooks, Call call)
{
    /// <summary>Whether this decision is hidden from who asks; who may see it has that written down.</summary>
    public async Task<bool> Hide(Decision decision, CancellationToken ct) => (await HiddenAmong([decision], ct)).Count > 0;

    /// <summary>Those of these decisions that are hidden from who asks.</summary>
    public async Task<IReadOnlySet<DecisionId>> HiddenOf(IEnumerable<DecisionId> decisions, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff)
            return new HashSet<DecisionId>();

        var ids = decisions.Distinct().ToArray();
        return await HiddenAmong(await db.Set<Decision>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct), ct);
    }

    private async Task<HashSet<DecisionId>> HiddenAmong(List<Decision> decisions, CancellationToken ct)
    {
        var hidden = new HashSet<DecisionId>();
        if (call.Actor is not Actor.Staff || decisions.Count == 0)
            return hidden;

        var items = decisions.Where(x => x.SubjectKind is SubjectKind.Content).Select(x => x.SubjectId).Distinct().ToArray();
        var locked = (await db.Set<RestrictedSubject>().Where(x => x.SubjectKind == SubjectKind.Content && x.IsQuarantined && items.Contains(x.SubjectId))
            .Select(x => x.SubjectId).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            var isLocked = decision.SubjectKind is SubjectKind.Content && locked.Contains(decision.SubjectId);
            if (!isLocked && !decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct)).Restricted && !await RestsOnHidden(decision, ct))
                continue;

            if (call.Rights.Holds(Role.ChildSafety))
                call.Opens(decision.Subject);
            else
                hidden.Add(decision.Id);
        }

        return hidden;
    }

    // Who may not know of a decision may not learn of it from what follows from it either.
    private async Task<bool> RestsOnHidden(Decision decision, CancellationToken ct)
    {
        if (!decision.FollowsAccountRule)
            return false;

        var cited = await db.Set<Decision>().AsNoTracking()
            .Where(x => db.Set<Citation>().Any(y => y.DecisionId == decision.Id && y.CitedId == x.Id)).ToListAsync(ct);
        foreach (var cause in cited)
            if (cause.RuleIn(await rulebooks.Version(db, cause.RulebookVersion, ct)).Restricted)
                return true;

        return false;
    }
}
