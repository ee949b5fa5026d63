using Moderation.Enforcement;
using Moderation.Recommendations;

namespace Moderation.Tests.Laws;

/// <summary>What is kept of an account that may or may not be recommended: what was recorded, and the decisions derived from it.</summary>
internal sealed class DerivedAccount
{
    private readonly List<DerivedRun> derived = [];
    private AccountRecord record = AccountRecord.Empty;
    private DateTimeOffset now = DateTimeOffset.MinValue;

    public IEnumerable<DerivedRun> InForce => derived.Where(x => x.State is DecisionState.InForce);

    /// <summary>One thing after the other, in an order of its own, each with what follows from it.</summary>
    public void Live(AccountRecord life, Random chance)
    {
        record = life with { Causes = [], Posts = [] };
        var news = life.Causes.Select(x => (Action)(() => record = record with { Causes = [.. record.Causes, x] }))
            .Concat(life.Posts.Select(x => (Action)(() => record = record with { Posts = [.. record.Posts, x] }))).ToArray();
        chance.Shuffle(news);
        foreach (var act in news)
        {
            act();
            // The clock of who records goes on, wherever in time the news lies.
            now = now == DateTimeOffset.MinValue ? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : now.AddDays(10);
            Fold();
        }
    }

    public void TakeBack(Guid decision)
    {
        record = record with { Causes = [.. record.Causes.Where(x => x.Decision != decision)] };
        Fold();
    }

    /// <summary>Somebody overturns one of the derived decisions.</summary>
    public DerivedRun? Forgive(Random chance)
    {
        var standing = InForce.ToArray();
        if (standing.Length == 0)
            return null;

        var chosen = standing[chance.Next(standing.Length)];
        derived[derived.IndexOf(chosen)] = chosen with { State = DecisionState.Overturned };
        record = record with { Forgiven = record.Forgiven.Concat(chosen.Causes.Select(x => (chosen.Code, x))).ToHashSet() };
        return chosen;
    }

    /// <summary>By rule, what holds from when until when, with what it rests on: all that anybody could ask at any instant.</summary>
    public IEnumerable<string> Limits() => InForce.Where(x => x.Ends.All(end => !(end <= x.From)))
        .Select(x => $"{x.Code} {x.Version} {x.From:O} {string.Join(',', x.Ends.Select(end => $"{end:O}"))} {string.Join(',', x.Causes.Order())}").Order(StringComparer.Ordinal);

    public void Fold()
    {
        var plan = RunPlan.Of(derived, RuleFold.RunsOf(record), now);
        for (var i = 0; i < derived.Count; i++)
        {
            if (plan.Stale.Contains(derived[i].Id))
                derived[i] = derived[i] with { State = DecisionState.Superseded };
            foreach (var (_, at) in plan.Cured.Where(x => x.Id == derived[i].Id))
                derived[i] = derived[i] with { Ends = [.. derived[i].Ends.Select(x => x <= at ? x : at)] };
        }

        derived.AddRange(plan.Missing.Select(x => new DerivedRun(
            Guid.NewGuid(), x.Code, x.Version, x.From, [.. x.Ends], x.Causes, DecisionState.InForce)));
    }
}
