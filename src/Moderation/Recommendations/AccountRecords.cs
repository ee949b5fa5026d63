using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>What was recorded of an account, and what was derived from it before.</summary>
internal sealed record AccountSeen(AccountId Account, AccountRecord Record, IReadOnlyList<DerivedRun> Derived);

/// <summary>Reads what rules on accounts look at, for many accounts at once.</summary>
internal sealed class AccountRecords(ModerationDb db, Rulebooks rulebooks)
{
    private readonly Dictionary<int, Rulebook> versions = [];

    /// <summary>Those of these accounts of which something was decided; nothing follows for the others.</summary>
    public async Task<IReadOnlyList<AccountId>> Decided(IReadOnlyCollection<AccountId> accounts, CancellationToken ct)
    {
        var decided = new List<AccountId>();
        foreach (var some in accounts.Chunk(Parts.Size))
            decided.AddRange(await db.Set<Decision>().Where(x => some.Contains(x.AuthorId)).Select(x => x.AuthorId).Distinct().ToListAsync(ct));
        return decided;
    }

    public async Task<IReadOnlyList<AccountSeen>> Of(IReadOnlyCollection<AccountId> accounts, CancellationToken ct)
    {
        var seen = new List<AccountSeen>();
        foreach (var some in accounts.Chunk(Parts.Size))
        {
            var decisions = (await DecisionsOf(some, ct)).ToLookup(x => x.Author);
            var cited = await CitedBy([.. decisions.SelectMany(x => x).Where(x => x.IsRun).Select(x => x.Id)], ct);
            var items = await ItemsOf([.. decisions.SelectMany(x => x).Where(x => x.Subject.Kind is SubjectKind.Content).Select(x => x.Subject.Id).Distinct()], ct);
            foreach (var account in some.Where(decisions.Contains))
                seen.Add(await Assemble(account, [.. decisions[account]], cited, items, ct));
        }

        return seen;
    }

    /// <summary>The record of an account as it would be with another decision, and without some.</summary>
    public async Task<AccountSeen> Supposing(Decision decision, IReadOnlySet<DecisionId> without, CancellationToken ct)
    {
        var decisions = (await DecisionsOf([decision.AuthorId], ct)).Where(x => !without.Contains(x.Id)).Append(DecisionSeen.Of(decision)).ToArray();
        var cited = await CitedBy([.. decisions.Where(x => x.IsRun).Select(x => x.Id)], ct);
        var items = await ItemsOf([.. decisions.Where(x => x.Subject.Kind is SubjectKind.Content).Select(x => x.Subject.Id).Distinct()], ct);
        return await Assemble(decision.AuthorId, decisions, cited, items, ct);
    }

    private async Task<AccountSeen> Assemble(
        AccountId account, DecisionSeen[] decisions, ILookup<DecisionId, Guid> cited, IReadOnlyDictionary<string, ItemSeen> items, CancellationToken ct)
    {
        var causes = new List<CauseCounted>();
        foreach (var decision in decisions)
            causes.AddRange(decision.Causes(items.GetValueOrDefault(decision.Subject.Id), await Version(decision.Version, ct)));

        DerivedRun[] derived = [.. decisions.Where(x => x.IsRun).Select(x => new DerivedRun(
            x.Id.Value, x.Guideline, x.Version, x.Outcomes.Select(y => y.From).DefaultIfEmpty(x.MadeAt).Min(),
            [.. x.Outcomes.Select(y => y.EndedAt < y.Until || y.Until is null ? y.EndedAt ?? y.Until : y.Until)], cited[x.Id].ToHashSet(), StateOf(x)))];
        if (causes.Count == 0)
            return new(account, AccountRecord.Empty, derived);

        var history = await HistorySince(causes.Min(x => x.From), ct);
        var record = new AccountRecord(
            causes, [], history, derived.Where(x => x.State is DecisionState.Overturned).SelectMany(x => x.Causes.Select(y => (x.Code, y))).ToHashSet());
        return new(account, NeedsPosts(record) ? record with { Posts = await PostsOf(account, ct) } : record, derived);
    }

    // What somebody took back in part brings nothing any more.
    private static DecisionState StateOf(DecisionSeen x) => x is { State: DecisionState.InForce, Outcomes: [] } ? DecisionState.Overturned : x.State;

    private async Task<Rulebook> Version(int number, CancellationToken ct) =>
        versions.TryGetValue(number, out var known) ? known : versions[number] = await rulebooks.Version(db, number, ct);

    // Most accounts are far from so many that all their posts need to be looked at.
    private static bool NeedsPosts(AccountRecord record) => record.History.SelectMany(x => x.Rules)
        .Where(x => x.OfLast is not null || x.Cure is Cure.MostlyOriginal)
        .Any(x => record.CausesOf(x).DistinctBy(y => y.Counted).Count() >= x.AtLeast);

    private async Task<List<RulesInForce>> HistorySince(DateTimeOffset first, CancellationToken ct)
    {
        var standing = await db.RulebookVersions.Standing.OrderBy(x => x.InForceFrom).ThenBy(x => x.Number).Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct);
        var history = new List<RulesInForce>();
        foreach (var (i, version) in standing.Index())
            if (i + 1 == standing.Count || standing[i + 1].InForceFrom > first)
                history.Add(new(version.Number, version.InForceFrom, (await Version(version.Number, ct)).AccountRules));
        return history;
    }

    private async Task<List<PostMade>> PostsOf(AccountId account, CancellationToken ct) => [.. (await db.Set<ContentItem>()
        .Where(x => x.AuthorId == account && ItemSeen.Posts.Contains(x.Kind)).Select(x => new { x.Id, x.Kind, x.CreatedAt, x.DeletedAt }).ToListAsync(ct))
        .Select(x => new PostMade(x.Id.Value, x.CreatedAt, x.DeletedAt, x.Kind is ContentKind.Profile))];

    private async Task<ILookup<DecisionId, Guid>> CitedBy(IReadOnlyCollection<DecisionId> decisions, CancellationToken ct)
    {
        var cited = new List<Citation>();
        foreach (var some in decisions.Chunk(Parts.Size))
            cited.AddRange(await db.Set<Citation>().AsNoTracking().Where(x => some.Contains(x.DecisionId)).ToListAsync(ct));
        return cited.ToLookup(x => x.DecisionId, x => x.CitedId.Value);
    }

    private async Task<Dictionary<string, ItemSeen>> ItemsOf(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var items = new Dictionary<string, ItemSeen>(StringComparer.Ordinal);
        foreach (var some in ids.Select(x => new ContentId(x)).Chunk(Parts.Size))
            foreach (var x in await db.Set<ContentItem>().Where(x => some.Contains(x.Id)).Select(x => new { x.Id, x.Kind, x.CreatedAt, x.DeletedAt }).ToListAsync(ct))
                items[x.Id.Value] = new(x.Id.Value, x.Kind, x.CreatedAt, x.DeletedAt);
        return items;
    }

    // Without rationale and the like, which may be long.
    private async Task<List<DecisionSeen>> DecisionsOf(AccountId[] accounts, CancellationToken ct)
    {
        var of = db.Set<Decision>().AsNoTracking().Where(x => accounts.Contains(x.AuthorId) && x.Finding != Finding.DoesNotViolate);
        var outcomes = (await (
            from decision in of
            join outcome in db.Outcomes.AsNoTracking() on decision.Id equals outcome.DecisionId
            where outcome.RetractedAt == null
            select outcome).ToListAsync(ct)).ToLookup(x => x.DecisionId);
        var rows = await of.OrderBy(x => x.MadeAt).ThenBy(x => x.Id).Select(x => new
        {
            x.Id,
            x.AuthorId,
            x.SubjectKind,
            x.SubjectId,
            x.Guideline,
            x.Finding,
            IsOverturned = x.OverturnedAt != null,
            IsSuperseded = x.SupersededAt != null,
            IsOverridden = x.OverriddenAt != null,
            x.CauseId,
            x.Ladder,
            x.Rule,
            x.RulebookVersion,
            IsByTerms = x.OrderId == null && x.Ground == DecisionGround.Terms,
            x.IsInterim,
            x.PostedAt,
            x.MadeAt,
        }).ToListAsync(ct);
        return [.. rows.Select(x => new DecisionSeen(
            x.Id, x.AuthorId, new(x.SubjectKind, x.SubjectId), x.Guideline, x.Finding,
            x.IsOverturned ? DecisionState.Overturned : x.IsSuperseded ? DecisionState.Superseded : x.IsOverridden ? DecisionState.Overridden : DecisionState.InForce, x.CauseId, x.Ladder, x.Rule, x.RulebookVersion,
            x.IsByTerms, x.IsInterim, x.PostedAt, x.MadeAt, [.. outcomes[x.Id].OrderBy(y => y.From).ThenBy(y => y.Id.Value)]))];
    }
}
