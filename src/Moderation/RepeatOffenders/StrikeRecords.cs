using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>All that the fold over an account's strikes needs.</summary>
/// <param name="Decisions">The decision that each strike is shown by.</param>
internal sealed record StrikeRecord(
    IReadOnlyList<StrikeGiven> Strikes, IReadOnlyList<TrainingTaken> Trainings, IReadOnlyList<LadderInForce> History,
    IReadOnlyDictionary<Guid, DecisionId> Decisions)
{
    public IReadOnlyList<StepReached> Timeline() => Ladder.Timeline(Strikes, Trainings, History);

    public StrikesInForce InForce(DateTimeOffset at) => Ladder.InForce(Strikes, Trainings, History, at);

    public NextStep? NextStep(DateTimeOffset at) => Ladder.NextStep(Strikes, Trainings, History, at);

    /// <summary>As it would be with one more.</summary>
    public StrikeRecord With(StrikeGiven strike) => this with { Strikes = [.. Strikes, strike] };
}

/// <summary>One outcome of kind strike, with what its decision says.</summary>
internal sealed record StrikeRow(
    string Account, DecisionId Decision, RunId? Batch, string Guideline, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset? EndedAt,
    int Weight, bool IsOneStrike)
{
    public Guid Strike => Batch?.Value ?? Decision.Value;
}

/// <summary>Reads what was recorded of strikes; what was taken back is not there.</summary>
internal sealed class StrikeRecords(ModerationDb db, Rulebooks rulebooks)
{
    /// <param name="now">Later than this nothing is asked of the ladders.</param>
    public async Task<StrikeRecord> Of(AccountId account, DateTimeOffset now, CancellationToken ct)
    {
        var (strikes, decisions) = Assemble(await Rows([account.Value], ct));
        var taken = (await Taken(db.Trainings.Where(x => x.AccountId == account), ct))[account.Value].ToArray();
        var applied = await db.Set<AppliedRulebook>().AsNoTracking().Where(x => x.AccountId == account).ToListAsync(ct);
        var history = await Ladders([.. strikes.Select(x => x.At), .. taken.Select(x => x.At), now], ct);
        foreach (var rulebook in applied)
            history.Add(LadderInForce.Of(await rulebooks.Version(db, rulebook.RulebookVersion, ct), rulebook.At, isApplied: true));

        return new(strikes, taken, history, decisions);
    }

    /// <summary>Of every account with a strike given until an instant, one after the other.</summary>
    /// <param name="together">Of how many accounts all is held at a time.</param>
    public async IAsyncEnumerable<StrikeRecord> All(DateTimeOffset until, int together, [EnumeratorCancellation] CancellationToken ct)
    {
        var history = new List<LadderInForce>();
        foreach (var version in await db.RulebookVersions.Standing.Where(x => x.InForceFrom <= until).Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct))
            history.Add(LadderInForce.Of(await rulebooks.Version(db, version.Number, ct), version.InForceFrom));

        var given = db.Outcomes.Where(x => x.From <= until);
        for (var after = ""; await AccountsAfter(after, given, together, ct) is { Length: > 0 } accounts; after = accounts[^1])
        {
            // By from and to: lists of so many are more than a database takes.
            var (first, last) = (after, accounts[^1]);
            var trainings = await Taken(db.Trainings.Where(x => ((string)(object)x.AccountId).CompareTo(first) > 0 && ((string)(object)x.AccountId).CompareTo(last) <= 0), ct);
            var rows = (await Rows(given.Where(x => x.SubjectId.CompareTo(first) > 0 && x.SubjectId.CompareTo(last) <= 0)).ToListAsync(ct)).ToLookup(x => x.Account);
            var applied = (await db.Set<AppliedRulebook>().AsNoTracking()
                .Where(x => ((string)(object)x.AccountId).CompareTo(first) > 0 && ((string)(object)x.AccountId).CompareTo(last) <= 0).ToListAsync(ct)).ToLookup(x => x.AccountId.Value);
            foreach (var account in accounts)
            {
                var (strikes, decisions) = Assemble(rows[account]);
                List<LadderInForce> ladders = [.. history];
                foreach (var row in applied[account])
                    ladders.Add(LadderInForce.Of(await rulebooks.Version(db, row.RulebookVersion, ct), row.At, isApplied: true));
                yield return new(strikes, [.. trainings[account]], ladders, decisions);
            }
        }
    }

    private static Task<string[]> AccountsAfter(string after, IQueryable<DecidedOutcome> given, int take, CancellationToken ct) => given
        .Where(x => x.SubjectKind == SubjectKind.Account && x.Kind == OutcomeKind.Strike && x.RetractedAt == null && x.SubjectId.CompareTo(after) > 0)
        .Select(x => x.SubjectId).Distinct().OrderBy(x => x).Take(take).ToArrayAsync(ct);

    /// <summary>Courses by account, each for the strike it was taken for.</summary>
    public async Task<ILookup<string, TrainingTaken>> Taken(IQueryable<TrainingDone> trainings, CancellationToken ct) => (await trainings.AsNoTracking()
        .Join(db.Set<Decision>(), x => x.DecisionId, x => x.Id, (x, y) => new { x.AccountId, x.DecisionId, y.BatchId, x.At }).ToListAsync(ct))
        .ToLookup(x => x.AccountId.Value, x => new TrainingTaken(x.BatchId?.Value ?? x.DecisionId.Value, x.At));

    /// <summary>Strikes of some accounts.</summary>
    public async Task<IReadOnlyList<StrikeRow>> Rows(IReadOnlyCollection<string> accounts, CancellationToken ct)
    {
        // Asked for strikes, the database may walk through everybody's instead of through all on these accounts.
        var rows = await OnAccounts(db.Outcomes.Where(x => accounts.Contains(x.SubjectId))).ToListAsync(ct);
        return [.. rows.Where(x => x.Kind is OutcomeKind.Strike).Select(x => x.Row)];
    }

    private IQueryable<StrikeRow> Rows(IQueryable<DecidedOutcome> outcomes) =>
        OnAccounts(outcomes.Where(x => x.Kind == OutcomeKind.Strike)).Select(x => x.Row);

    private IQueryable<Found> OnAccounts(IQueryable<DecidedOutcome> outcomes) =>
        from outcome in outcomes.AsNoTracking()
        where outcome.SubjectKind == SubjectKind.Account && outcome.RetractedAt == null
        join decision in db.Set<Decision>() on outcome.DecisionId equals decision.Id
        select new Found(outcome.Kind, new(
            outcome.SubjectId, outcome.DecisionId, decision.BatchId, decision.Guideline, outcome.From, outcome.Until, outcome.EndedAt,
            outcome.StrikeWeight, outcome.IsOneStrike));

    private sealed record Found(OutcomeKind Kind, StrikeRow Row);

    /// <summary>The strikes of one account: what one run did to it is one, told by the earliest of its decisions that stand.</summary>
    public static (IReadOnlyList<StrikeGiven> Strikes, IReadOnlyDictionary<Guid, DecisionId> Decisions) Assemble(IEnumerable<StrikeRow> rows)
    {
        var first = rows.GroupBy(x => x.Decision).Select(x => x.OrderBy(y => y.From).ToArray())
            .GroupBy(x => x[0].Strike).Select(x => x.OrderBy(y => y[0].From).ThenBy(y => y[0].Decision.Value).First()).ToArray();
        return (
            [.. first.Select(x => new StrikeGiven(x[0].Strike, x[0].From, x[0].Guideline, [.. x.Select(TermsOf)]))],
            first.ToDictionary(x => x[0].Strike, x => x[0].Decision));
    }

    // Strikes from before there were weights count for one.
    private static StrikeTerms TermsOf(StrikeRow x) => new(x.From, x.EndedAt, Math.Max(1, x.Weight), x.Until, x.IsOneStrike);

    /// <summary>Those ladders that were in force at some instants, each since when it was.</summary>
    private async Task<List<LadderInForce>> Ladders(IReadOnlyCollection<DateTimeOffset> instants, CancellationToken ct)
    {
        var versions = await db.RulebookVersions.Standing.OrderBy(x => x.InForceFrom).ThenBy(x => x.Number).Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct);
        var ladders = new List<LadderInForce>();
        foreach (var version in instants.Select(at => versions.FindLast(x => x.InForceFrom <= at) ?? versions[0]).Distinct())
            ladders.Add(LadderInForce.Of(await rulebooks.Version(db, version.Number, ct), version.InForceFrom));

        return ladders;
    }
}
