using Moderation.Guidelines;

namespace Moderation.Recommendations;

/// <summary>Something of an account that a rule on accounts may count.</summary>
/// <param name="Decision">That found it.</param>
/// <param name="Guideline">Under which it was found.</param>
/// <param name="Item">The item it is on; several decisions on one item count once. Null counts by itself.</param>
/// <param name="At">When it was done: what a window of days reckons from.</param>
/// <param name="From">Since when it counts.</param>
/// <param name="To">Until when, exclusive; null for no end.</param>
internal sealed record CauseCounted(
    AccountFact Fact, Guid Decision, string Guideline, string? Item, DateTimeOffset At, DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>What is counted once.</summary>
    public string Counted => Item ?? Decision.ToString();

    public bool CountsAt(DateTimeOffset at) => From <= at && !(To <= at);

    public bool CountsAt(DateTimeOffset at, int? days) => CountsAt(at) && (days is not { } window || At <= at && at < At.AddDays(window));

    /// <summary>Whether it falls under a rule that may name guidelines; a guideline covers its clauses.</summary>
    public bool FallsUnder(AccountRule rule) => Fact == rule.Counts && (rule.Guidelines.Count == 0
        || rule.Guidelines.Any(x => x == Guideline || Guideline.StartsWith(x + ".", StringComparison.Ordinal)));
}

/// <summary>A post of an account, among which its latest are looked at.</summary>
/// <param name="Gone">When it was deleted.</param>
/// <param name="IsProfile">Name, picture and words of the profile stand beside all posts.</param>
internal sealed record PostMade(string Id, DateTimeOffset At, DateTimeOffset? Gone, bool IsProfile)
{
    public bool IsThere(DateTimeOffset at) => At <= at && !(Gone <= at);
}

/// <summary>The rules on accounts of one rulebook, since it was in force.</summary>
internal sealed record RulesInForce(int Version, DateTimeOffset From, IReadOnlyList<AccountRule> Rules);

/// <summary>All that was recorded of an account as far as rules on accounts look at it; what was taken back is not there.</summary>
/// <param name="Forgiven">By rule: the decisions on which one rested that a person overturned. They count no more for that rule.</param>
internal sealed record AccountRecord(
    IReadOnlyList<CauseCounted> Causes, IReadOnlyList<PostMade> Posts, IReadOnlyList<RulesInForce> History, IReadOnlySet<(string Rule, Guid Decision)> Forgiven)
{
    public static AccountRecord Empty { get; } = new([], [], [], new HashSet<(string, Guid)>());

    public CauseCounted[] CausesOf(AccountRule rule) =>
        [.. Causes.Where(x => x.FallsUnder(rule) && !Forgiven.Contains((rule.Code, x.Decision))).Distinct()];
}

/// <summary>A time in which a rule on accounts holds.</summary>
/// <param name="Version">The rulebook that was in force when it began to.</param>
/// <param name="To">When it ends, as far as is known now; null for until something changes.</param>
/// <param name="Cause">The decision with which it began.</param>
/// <param name="Causes">All that it rests on.</param>
internal sealed record RunOfRule(
    AccountRule Rule, int Version, DateTimeOffset From, DateTimeOffset? To, Guid Cause, IReadOnlySet<Guid> Causes)
{
    public string Code => Rule.Code;

    /// <summary>When each of its outcomes ends.</summary>
    public IEnumerable<DateTimeOffset?> Ends => Rule.Outcomes.Select(EndOf);

    public DateTimeOffset? EndOf(OutcomeTemplate outcome) =>
        outcome.Days is { } days && From.AddDays(days) is var end && !(To <= end) ? end : To;
}
