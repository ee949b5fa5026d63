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

        var causes = await CausesOf(decisions, ct);
        var specialists = await ForSpecialists([.. decisions, .. causes.SelectMany(x => x)], ct);
        foreach (var decision in decisions)
        {
            // Who may not know of a decision may not learn of it from what follows from it either.
            if (!causes[decision.Id].Prepend(decision).Any(x => specialists.Contains(x.Id)))
                continue;

            if (call.Rights.Holds(Role.ChildSafety))
                call.Opens(decision.Subject);
            else
                hidden.Add(decision.Id);
        }

        return hidden;
    }

    private async Task<HashSet<DecisionId>> ForSpecialists(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var items = decisions.Where(x => x.SubjectKind is SubjectKind.Content).Select(x => x.SubjectId).Distinct().ToArray();
        var locked = (await db.Set<RestrictedSubject>().Where(x => x.SubjectKind == SubjectKind.Content && x.IsQuarantined && items.Contains(x.SubjectId))
            .Select(x => x.SubjectId).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var found = new HashSet<DecisionId>();
        foreach (var decision in decisions)
            if (decision.SubjectKind is SubjectKind.Content && locked.Contains(decision.SubjectId)
                || decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct)).Restricted)
                found.Add(decision.Id);

        return found;
    }

    private async Task<ILookup<DecisionId, Decision>> CausesOf(List<Decision> decisions, CancellationToken ct)
    {
        var derived = decisions.Where(x => x.IsDerived).Select(x => x.Id).ToArray();
        return derived.Length == 0
            ? Enumerable.Empty<Decision>().ToLookup(x => x.Id)
            : (await db.Set<Citation>().AsNoTracking().Where(x => derived.Contains(x.DecisionId))
                .Join(db.Set<Decision>().AsNoTracking(), x => x.CitedId, x => x.Id, (x, y) => new { x.DecisionId, Cited = y }).ToListAsync(ct))
                .ToLookup(x => x.DecisionId, x => x.Cited);
    }
}
