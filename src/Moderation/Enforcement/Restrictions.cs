using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What somebody may not see is for them not there: decisions under restricted guidelines are for child-safety specialists.</summary>
internal sealed class Restrictions(ModerationDb db, Rulebooks rulebooks, Call call)
{
    /// <summary>Whether this decision is hidden from who asks; who may see it has that written down.</summary>
    public async Task<bool> Hide(Decision decision, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff || decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct)) is not { Restricted: true })
            return false;

        var sees = call.Rights.Holds(Role.ChildSafety);
        call.OpensSomethingSensitive |= sees;
        return !sees;
    }

    /// <summary>Those of these decisions that are hidden from who asks.</summary>
    public async Task<IReadOnlySet<DecisionId>> HiddenOf(IEnumerable<DecisionId> decisions, CancellationToken ct)
    {
        var hidden = new HashSet<DecisionId>();
        if (call.Actor is not Actor.Staff)
            return hidden;

        var ids = decisions.Distinct().ToArray();
        foreach (var decision in await db.Set<Decision>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct))
            if (await Hide(decision, ct))
                hidden.Add(decision.Id);

        return hidden;
    }
}
