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
            var steps = strikes[account].SelectMany(x => x.Rejudge(decisions));
            accounts.Add(new(account, [.. decisions.Select(Treatment.Of).Concat(steps).Where(x => !IsRestricted(x.Guideline))]));
        }

        return new(judged.Sum(x => x.LongCount()), accounts);

        bool IsRestricted(string guideline) => inForce.Find(guideline) is { Restricted: true } || rulebook.Find(guideline) is { Restricted: true };
    }

    private async Task<Dictionary<AccountId, RejudgedStrikes[]>> StrikesOf(
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

        return people.ToDictionary(x => x, x => Array.ConvertAll(Enum.GetValues<StrikeKind>(), kind => new RejudgedStrikes(
            x, kind, [.. rows[x.Value].Where(y => y.Kind == kind)], kind is StrikeKind.Community ? [.. trainings[x.Value]] : [],
            [.. stored.Values.Select(y => LadderInForce.Of(y.Rulebook, kind, y.From)), .. applied[x].Select(y => LadderInForce.Of(stored[y.RulebookVersion].Rulebook, kind, y.At, isApplied: true))],
            [.. derived[x].Where(y => DeriveAccountDecisions.KindOf(y.Decision) == kind)], LadderInForce.Of(rulebook, kind, at, isApplied: true))));
    }

    private async Task<ILookup<AccountId, DerivedDecision>> DerivedOf(IReadOnlyCollection<AccountId> people, CancellationToken ct)
    {
        var derived = await db.Decisions.AsNoTracking().Where(x => people.Contains(x.AuthorId) && x.CauseId != null && x.Ladder != null).ToListAsync(ct);
        var causes = derived.Select(x => x.CauseId!.Value).Distinct().ToArray();
        var strikes = (await db.Set<Decision>().AsNoTracking().Where(x => causes.Contains(x.Id)).Select(StrikeRow.Cause).ToListAsync(ct)).ToDictionary(x => x.Decision, x => x.Strike);
        return derived.ToLookup(x => x.AuthorId, x => new DerivedDecision(x, strikes[x.CauseId!.Value]));
    }
}
