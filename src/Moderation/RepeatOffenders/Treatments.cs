using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>
/// Says how people would be treated, were another rulebook applied at an instant. Changes nothing. What rests on a restricted
/// guideline is left out: who rehearses may not know of it.
/// </summary>
internal sealed class Treatments(ModerationDb db, Rulebooks rulebooks, StrikeRecords records)
{
    /// <param name="Looked">Decisions looked at.</param>
    public sealed record Answer(long Looked, IReadOnlyList<AccountTreated> Accounts);

    public async Task<Answer> Under(
        Rulebook rulebook, IReadOnlyCollection<AccountId> people, DateTimeOffset from, DateTimeOffset until, DateTimeOffset at, CancellationToken ct)
    {
        var judged = await db.JudgedOf(people, from, until, ct);
        var inForce = await rulebooks.InForce(db, at, ct);
        var strikes = await StrikesOf(people, rulebook, at, ct);
        var accounts = new List<AccountTreated>();
        foreach (var account in people)
        {
            Rejudged[] decisions = [.. judged[account].Select(x => Rejudged.Under(rulebook, x, at))];
            var steps = strikes[account].Rejudge(decisions);
            accounts.Add(new(account, [.. decisions.Select(Treatment.Of).Concat(steps).Where(x => !IsRestricted(x.Guideline))]));
        }

        return new(judged.Sum(x => x.LongCount()), accounts);

        bool IsRestricted(string guideline) => inForce.Find(guideline) is { Restricted: true } || rulebook.Find(guideline) is { Restricted: true };
    }

    private async Task<Dictionary<AccountId, RejudgedStrikes>> StrikesOf(
        IReadOnlyCollection<AccountId> people, Rulebook rulebook, DateTimeOffset at, CancellationToken ct)
    {
        var ids = people.Select(x => x.Value).ToArray();
        var rows = (await records.Rows(ids, ct)).ToLookup(x => x.Account);
        var trainings = await records.Taken(db.Trainings.Where(x => people.Contains(x.AccountId)), ct);
        var applied = (await db.Set<AppliedRulebook>().AsNoTracking().Where(x => people.Contains(x.AccountId)).ToListAsync(ct)).ToLookup(x => x.AccountId);
        var derived = await DerivedOf(people, ct);
        var stored = new Dictionary<int, (Rulebook Rulebook, DateTimeOffset From)>();
        foreach (var version in await db.RulebookVersions.Standing.Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct))
            stored[version.Number] = (await rulebooks.Version(db, version.Number, ct), version.InForceFrom);

        LadderInForce[] history = [.. stored.Values.Select(x => LadderInForce.Of(x.Rulebook, x.From))];
        return people.ToDictionary(x => x, x => new RejudgedStrikes(
            x, [.. rows[x.Value]], [.. trainings[x.Value]],
            [.. history, .. applied[x].Select(y => LadderInForce.Of(stored[y.RulebookVersion].Rulebook, y.At, isApplied: true))],
            [.. derived[x]], LadderInForce.Of(rulebook, at, isApplied: true)));
    }

    private async Task<ILookup<AccountId, DerivedDecision>> DerivedOf(IReadOnlyCollection<AccountId> people, CancellationToken ct)
    {
        var derived = await db.Decisions.AsNoTracking().Where(x => people.Contains(x.AuthorId) && x.CauseId != null && x.Ladder != null).ToListAsync(ct);
        var causes = derived.Select(x => x.CauseId!.Value).Distinct().ToArray();
        var batches = await db.Set<Decision>().Where(x => causes.Contains(x.Id)).Select(x => new { x.Id, x.BatchId }).ToDictionaryAsync(x => x.Id, x => x.BatchId, ct);
        return derived.ToLookup(x => x.AuthorId, x => new DerivedDecision(x, batches[x.CauseId!.Value]?.Value ?? x.CauseId!.Value.Value));
    }
}
