using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Reads what was recorded of strikes; what was taken back is not there.</summary>
internal sealed class StrikeRecords(ModerationDb db, Rulebooks rulebooks)
{
    // Both ladders of one command stand in the same few rulebooks.
    private readonly Dictionary<int, Rulebook> read = [];

    /// <summary>Breaches of the network's own rules.</summary>
    /// <param name="now">Later than this nothing is asked of the ladders.</param>
    public async Task<StrikeRecord> Of(AccountId account, DateTimeOffset now, CancellationToken ct) => (await Each(account, now, ct))[(int)StrikeKind.Community];

    /// <summary>One record a kind, in the order of kinds.</summary>
    /// <param name="now">Later than this nothing is asked of the ladders.</param>
    public async Task<IReadOnlyList<StrikeRecord>> Each(AccountId account, DateTimeOffset now, CancellationToken ct)
    {
        var rows = (await Rows([account.Value], ct)).ToLookup(x => x.Kind);
        var taken = (await Taken(db.Trainings.Where(x => x.AccountId == account), ct))[account.Value].ToArray();
        var applied = await db.Set<AppliedRulebook>().AsNoTracking().Where(x => x.AccountId == account).ToListAsync(ct);
        var versions = await db.RulebookVersions.Standing.OrderBy(x => x.InForceFrom).ThenBy(x => x.Number).Select(x => new InForceSince(x.Number, x.InForceFrom)).ToListAsync(ct);
        var each = new List<StrikeRecord>();
        foreach (var kind in Enum.GetValues<StrikeKind>())
        {
            var (strikes, decisions) = Assemble(rows[kind]);
            // A course lifts a breach; nothing but its checker lifts a rating.
            var courses = kind is StrikeKind.Community ? taken : [];
            var history = await Ladders(versions, kind, [.. strikes.Select(x => x.At), .. courses.Select(x => x.At), now], ct);
            foreach (var rulebook in applied)
                history.Add(LadderInForce.Of(await Version(rulebook.RulebookVersion, ct), kind, rulebook.At, isApplied: true));
            each.Add(new(kind, strikes, courses, history, decisions));
        }

        return each;
    }

    /// <summary>Of every account with a strike of a kind given until an instant, one after the other.</summary>
    /// <param name="together">Of how many accounts all is held at a time.</param>
    public async IAsyncEnumerable<StrikeRecord> All(StrikeKind kind, DateTimeOffset until, int together, [EnumeratorCancellation] CancellationToken ct)
    {
        var history = new List<LadderInForce>();
        foreach (var version in await db.RulebookVersions.Standing.Where(x => x.InForceFrom <= until).Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct))
            history.Add(LadderInForce.Of(await Version(version.Number, ct), kind, version.InForceFrom));

        var given = db.Outcomes.Where(x => x.From <= until);
        given = kind is StrikeKind.Misinformation
            ? given.Where(x => x.Ground.StartsWith(RatingGround.Prefix))
            : given.Where(x => !x.Ground.StartsWith(RatingGround.Prefix));
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
                    ladders.Add(LadderInForce.Of(await Version(row.RulebookVersion, ct), kind, row.At, isApplied: true));
                yield return new(kind, strikes, kind is StrikeKind.Community ? [.. trainings[account]] : [], ladders, decisions);
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
            outcome.StrikeWeight, outcome.IsOneStrike)
        {
            Post = decision.FactCheckId == null ? null : decision.SubjectId,
        });

    private sealed record Found(OutcomeKind Kind, StrikeRow Row);

    /// <summary>
    /// The strikes of one account: what one run did to it is one, told by the earliest of its decisions that stand; so is a post, by
    /// however many checks it was rated.
    /// </summary>
    public static (IReadOnlyList<StrikeGiven> Strikes, IReadOnlyDictionary<Guid, DecisionId> Decisions) Assemble(IEnumerable<StrikeRow> rows)
    {
        var strikes = rows.GroupBy(x => x.Decision).Select(x => x.OrderBy(y => y.From).ToArray())
            .GroupBy(x => x[0].Strike).Select(x => x.OrderBy(y => y[0].From).ThenBy(y => y[0].Decision.Value).ToArray()).ToArray();
        return (
            [.. strikes.Select(x => new StrikeGiven(x[0][0].Strike, x[0][0].From, x[0][0].Guideline, [.. TermsOf(x)]))],
            strikes.ToDictionary(x => x[0][0].Strike, x => x[0][0].Decision));
    }

    // A second check keeps a post counted where rules ended what the first one gave; it does not make it count for longer.
    private static IEnumerable<StrikeTerms> TermsOf(StrikeRow[][] decisions)
    {
        var first = decisions[0].Select(TermsOf).ToArray();
        return decisions[0][0].Post is null ? first : first.Concat(decisions.Skip(1).SelectMany(x => x.Select(TermsOf)).Select(x => x with
        {
            Until = x.Until is { } until && !(first[0].Until <= until) ? until : first[0].Until,
        }));
    }

    // Strikes from before there were weights count for one.
    private static StrikeTerms TermsOf(StrikeRow x) => new(x.From, x.EndedAt, Math.Max(1, x.Weight), x.Until, x.IsOneStrike);

    /// <summary>Those ladders that were in force at some instants, each since when it was.</summary>
    private async Task<List<LadderInForce>> Ladders(List<InForceSince> versions, StrikeKind kind, IReadOnlyCollection<DateTimeOffset> instants, CancellationToken ct)
    {
        var ladders = new List<LadderInForce>();
        foreach (var version in instants.Select(at => versions.FindLast(x => x.From <= at) ?? versions[0]).Distinct())
            ladders.Add(LadderInForce.Of(await Version(version.Number, ct), kind, version.From));

        return ladders;
    }

    private async Task<Rulebook> Version(int number, CancellationToken ct) =>
        read.TryGetValue(number, out var known) ? known : read[number] = await rulebooks.Version(db, number, ct);

    private sealed record InForceSince(int Number, DateTimeOffset From);
}
