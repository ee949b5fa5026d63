using Moderation.Guidelines;

namespace Moderation.RepeatOffenders;

/// <summary>A counted breach. What one run did to one account is one, however many decisions it made.</summary>
/// <param name="Id">Of the run that the decision was part of, else of the decision.</param>
/// <param name="At">When it was given: by the earliest of its decisions that still stand.</param>
/// <param name="Guideline">The rule that was broken; its clauses count as the rule itself.</param>
/// <param name="Terms">How it counted and when; where two hold at one instant, the later one does.</param>
internal sealed record StrikeGiven(Guid Id, DateTimeOffset At, string Guideline, IReadOnlyList<StrikeTerms> Terms)
{
    /// <summary>How it counts by what is known at an instant; null where it does not.</summary>
    public StrikeTerms? TermsAt(DateTimeOffset at) => Terms.Where(x => x.From <= at && !(x.To <= at)).MaxBy(x => x.From);

    public bool IsUnder(string guideline) => Rule(Guideline) == Rule(guideline);

    /// <summary>Whether it broke this rule, or this very clause.</summary>
    public bool IsWithin(string code) => Guideline == code || Guideline.StartsWith(code + ".", StringComparison.Ordinal);

    private static string Rule(string code) => code.Split('.')[0];
}

/// <summary>How a strike counts, from one instant until another.</summary>
/// <param name="To">When a new rulebook was applied to it, exclusive; null while it was not.</param>
/// <param name="Weight">How many it counts for, from 1.</param>
/// <param name="Until">When it stops counting, exclusive; null for never.</param>
/// <param name="IsOneStrike">Whether it alone costs the account.</param>
internal sealed record StrikeTerms(DateTimeOffset From, DateTimeOffset? To, int Weight, DateTimeOffset? Until, bool IsOneStrike);

/// <summary>A course that somebody finished to have a first warning lifted.</summary>
/// <param name="Strike">The warning it was taken for; if that is overturned, the course was spent on nothing.</param>
internal sealed record TrainingTaken(Guid Strike, DateTimeOffset At);

/// <summary>A ladder, and since when it counts for an account.</summary>
/// <param name="Version">Of the rulebook it stands in.</param>
/// <param name="IsApplied">Whether what was in force at that instant was judged again by it; else it counts for later strikes only.</param>
/// <param name="OneStrike">What a strike that alone costs the account brings.</param>
internal sealed record LadderInForce(
    int Version, DateTimeOffset From, bool IsApplied, LadderTable Table, IReadOnlyList<OutcomeTemplate> OneStrike)
{
    /// <summary>Below this share weights of several grounds do not push a value by that rulebook, 0 to 1.</summary>
    public double Floor { get; init; }

    /// <summary>A rulebook's ladder for strikes of a kind.</summary>
    public static LadderInForce Of(Rulebook rulebook, StrikeKind kind, DateTimeOffset from, bool isApplied = false) => kind is StrikeKind.Misinformation
        ? new(rulebook.Version, from, isApplied, rulebook.MisinformationLadderInUse, []) { Floor = rulebook.CombinedWeightFloor }
        : new(rulebook.Version, from, isApplied, rulebook.LadderInUse, rulebook.OneStrike) { Floor = rulebook.CombinedWeightFloor };
}

/// <summary>Which of the two ladders a strike counts on; they never count together.</summary>
internal enum StrikeKind
{
    /// <summary>Breaches of the network's own rules.</summary>
    Community,

    /// <summary>Posts whose rating by fact-checkers counts to repeat.</summary>
    Misinformation,
}

/// <summary>A step of the ladder reached by a strike, and what it brings for a time.</summary>
/// <param name="Cause">The strike that reached it.</param>
/// <param name="At">When that was given.</param>
/// <param name="Strikes">How much weight was in force at that instant, this one's among it.</param>
/// <param name="Version">Of the rulebook it was judged by.</param>
/// <param name="Ladder">The code of that rulebook's ladder.</param>
/// <param name="From">From when it counts: the strike's instant, or when a new rulebook was applied.</param>
/// <param name="To">When all of it has ended, exclusive; null for never.</param>
/// <param name="Outcomes">Never none.</param>
internal sealed record StepReached(
    Guid Cause, DateTimeOffset At, int Strikes, LadderStep Step, int Version, string Ladder, DateTimeOffset From, DateTimeOffset? To,
    IReadOnlyList<StepOutcome> Outcomes)
{
    /// <summary>The strikes that were counted, the cause last.</summary>
    public IReadOnlyList<Guid> Counted { get; init; } = [];
}

/// <summary>One outcome of a step, with its end.</summary>
/// <param name="Until">Exclusive; null for never.</param>
internal sealed record StepOutcome(OutcomeTemplate Rule, DateTimeOffset? Until)
{
    /// <summary>Whether it does the same to the account until the same instant.</summary>
    public bool IsSameAs(StepOutcome other) =>
        Until == other.Until && Rule.Features.Order().SequenceEqual(other.Rule.Features.Order())
        && Regions.Written(Rule.Where) == Regions.Written(other.Rule.Where) && Bare(Rule) == Bare(other.Rule);

    private static OutcomeTemplate Bare(OutcomeTemplate rule) => rule with { Features = [], Days = null, Where = null, Listing = default };
}

/// <summary>What counts at an instant.</summary>
/// <param name="Weight">Of all of them together.</param>
internal sealed record StrikesInForce(int Weight, IReadOnlyList<StrikeInForce> Strikes);

/// <param name="Until">When it stops counting, exclusive, by expiry or by a course; null for never.</param>
/// <param name="IsWarning">Whether it reached a step that brings nothing.</param>
internal sealed record StrikeInForce(Guid Id, int Weight, DateTimeOffset? Until, bool IsWarning);

/// <summary>How far it is to the next step.</summary>
/// <param name="Weight">How much more weight of strikes reaches it, from 1.</param>
internal sealed record NextStep(int Weight, LadderStep Step);

/// <summary>Why a course lifts nothing.</summary>
internal enum TrainingObstacle
{
    None,
    NoFirstWarning,
    Excluded,
    NotCleanLongEnough,
}
