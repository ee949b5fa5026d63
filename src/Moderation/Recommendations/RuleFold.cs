using Moderation.Guidelines;

namespace Moderation.Recommendations;

/// <summary>
/// When one rule on accounts held, holds and will hold, from what was recorded and nothing else. A run begins where the count rises to
/// what the rule then in force asks for, and goes by that rule until it is cured: no clock opens or ends it.
/// </summary>
internal sealed class RuleFold(AccountRecord record, string code)
{
    private readonly List<RulesInForce> history =
        [.. record.History.OrderBy(x => x.From).ThenBy(x => x.Version).Select(x => x with { Rules = [.. x.Rules.Where(y => y.Code == code)] })];

    private readonly RecentPosts posts = new(record.Posts);
    private readonly Dictionary<AccountRule, CauseCounted[]> causes = [];

    /// <summary>Every rule's runs, in the order in which they begin.</summary>
    public static IReadOnlyList<RunOfRule> RunsOf(AccountRecord record) =>
    [
        .. record.History.SelectMany(x => x.Rules).Select(x => x.Code).Distinct().SelectMany(x => new RuleFold(record, x).Runs())
            .OrderBy(x => x.From).ThenBy(x => x.Code, StringComparer.Ordinal),
    ];

    private IEnumerable<RunOfRule> Runs()
    {
        RunOfRule? open = null;
        var before = DateTimeOffset.MinValue;
        foreach (var at in Points())
        {
            if (open is not null && !Holds(open.Rule, at))
            {
                yield return open with { To = at };
                open = null;
            }

            open = open is null ? Begun(at, before) : Gathers(open.Rule) ? open with { Causes = With(open.Causes, Counting(open.Rule, at)) } : open;
            before = at;
        }

        if (open is not null)
            yield return open;
    }

    private RunOfRule? Begun(DateTimeOffset at, DateTimeOffset before)
    {
        if (history.FindLast(x => x.From <= at) is not { } inForce || inForce.Rules.FirstOrDefault(x => x.Listing.Covers(at)) is not { } rule)
            return null;

        var counting = Counting(rule, at);
        var count = Count(counting);
        if (count < (rule.AtLeast ?? 1) || count <= Count(Counting(rule, before)) || !Holds(rule, at))
            return null;

        var last = counting.OrderBy(x => x.From > x.At ? x.From : x.At).ThenBy(x => x.Decision).Last();
        return new(rule, inForce.Version, at, null, last.Decision, With(new HashSet<Guid>(), counting));
    }

    private bool Holds(AccountRule rule, DateTimeOffset at) => rule.Listing.Covers(at) && rule.Cure switch
    {
        Cure.AfterLast => CausesOf(rule).Any(x => x.CountsAt(at, rule.CureDays)),
        Cure.MostlyOriginal => Count(Counting(rule, at)) is > 0 and var taken && taken * 2 >= posts.Within(rule.WindowDays, at),
        _ => Count(Counting(rule, at)) >= (rule.AtLeast ?? 1),
    };

    private CauseCounted[] Counting(AccountRule rule, DateTimeOffset at)
    {
        var counting = Array.FindAll(CausesOf(rule), x => x.CountsAt(at, rule.WindowDays));
        if (rule.OfLast is not { } last || counting.Length == 0)
            return counting;

        var latest = posts.Latest(last, at);
        return Array.FindAll(counting, x => x.Item is { } item && latest.Contains(item));
    }

    private CauseCounted[] CausesOf(AccountRule rule) =>
        causes.TryGetValue(rule, out var known) ? known : causes[rule] = record.CausesOf(rule);

    // Between two of these nothing changes.
    private IEnumerable<DateTimeOffset> Points()
    {
        var points = new SortedSet<DateTimeOffset>();
        foreach (var rule in history.SelectMany(x => x.Rules).Distinct())
        {
            foreach (var cause in CausesOf(rule))
            {
                points.UnionWith([cause.From, cause.At]);
                if (cause.To is { } to)
                    points.Add(to);
                points.UnionWith(new[] { rule.WindowDays, rule.CureDays }.OfType<int>().Select(days => cause.At.AddDays(days)));
            }

            if (rule.OfLast is not null || rule.Cure is Cure.MostlyOriginal)
                points.UnionWith(posts.Changes(rule.Cure is Cure.MostlyOriginal ? rule.WindowDays : null));
            points.UnionWith(new[] { rule.Listing.From, rule.Listing.Until }.OfType<DateOnly>().Select(x => new DateTimeOffset(x, TimeOnly.MinValue, TimeSpan.Zero)));
        }

        var first = causes.Values.SelectMany(x => x).Select(x => x.From).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return points.Where(x => x >= first);
    }

    // Where later ones move the end, they are part of what it rests on.
    private static bool Gathers(AccountRule rule) => rule.OfLast is null && rule.Cure is not Cure.MostlyOriginal;

    private static int Count(CauseCounted[] counting) => counting.DistinctBy(x => x.Counted).Count();

    private static IReadOnlySet<Guid> With(IReadOnlySet<Guid> before, CauseCounted[] counting) =>
        Array.TrueForAll(counting, x => before.Contains(x.Decision)) ? before : before.Concat(counting.Select(x => x.Decision)).ToHashSet();
}
