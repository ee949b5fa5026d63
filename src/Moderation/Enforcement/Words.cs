using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>What a judgement says of the subject.</summary>
public enum Finding
{
    Violates,
    DoesNotViolate,

    /// <summary>Allowed, but not to be put before people who did not ask for it.</summary>
    NotRecommendable,

    /// <summary>A fact-checker rated what it says; the network's rules say nothing of it.</summary>
    Rated,
}

/// <summary>How far a machine decided.</summary>
public enum Automation
{
    None,
    Partial,
    Full,
}

/// <summary>What a decision rests on: the network's terms, or law.</summary>
public enum DecisionGround
{
    Terms,
    Law,
}

/// <summary>What became of a decision.</summary>
public enum DecisionState
{
    InForce,
    Overturned,

    /// <summary>Derived from what is counted differently now.</summary>
    Superseded,

    /// <summary>A later decision took its place; overturning that one brings it back.</summary>
    Overridden,
}

/// <summary>How an outcome was lifted before its time. That it expired is a fact of time and not recorded.</summary>
public enum HowLifted
{
    /// <summary>Its decision, or it alone, was overturned: it never was.</summary>
    Overturned,

    /// <summary>It was derived from strikes that are counted differently now.</summary>
    Superseded,

    /// <summary>A later decision took the place of its own.</summary>
    Overridden,

    /// <summary>A new rulebook ended it: it held until then.</summary>
    Ended,

    /// <summary>What it rested on was mended or is gone: it held until then.</summary>
    Cured,
}

/// <summary>Why a person is not told of a decision at once.</summary>
public enum NoticeDelay
{
    None,

    /// <summary>An authority ordered silence until a day.</summary>
    ConfidentialOrder,
}

/// <summary>An outcome as somebody asks for it; what is left out comes from the rule.</summary>
/// <param name="Weight">Share of value kept, over 0 and below 1; for demotions.</param>
/// <param name="Territories">ISO 3166-1 alpha-2; none means everywhere.</param>
/// <param name="MinAge">In years.</param>
public sealed record ChosenOutcome(
    OutcomeKind Kind, OutcomeTarget? On = null, IReadOnlyList<Surface>? Surfaces = null, double? Weight = null,
    Audience? Audience = null, IReadOnlyList<string>? Territories = null, int? MinAge = null,
    IReadOnlyList<Feature>? Features = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    /// <summary>The countries of viewers that a step of a ladder holds for; nobody else chooses by them.</summary>
    internal Regions? Where { get; init; }
}

public readonly record struct DecisionId(Guid Value) : ITypedId<DecisionId>
{
    /// <summary>A short name for people to say.</summary>
    public string Code => $"D-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static DecisionId Of(Guid value) => new(value);

    public static bool operator >(DecisionId one, DecisionId other) => one.Value.CompareTo(other.Value) > 0;

    public static bool operator <(DecisionId one, DecisionId other) => other > one;
}

public readonly record struct FactCheckId(Guid Value) : ITypedId<FactCheckId>
{
    /// <summary>A short name for people to say.</summary>
    public string Code => $"F-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static FactCheckId Of(Guid value) => new(value);

    public static bool operator >(FactCheckId one, FactCheckId other) => one.Value.CompareTo(other.Value) > 0;

    public static bool operator <(FactCheckId one, FactCheckId other) => other > one;
}

public readonly record struct OutcomeId(Guid Value) : ITypedId<OutcomeId>
{
    public static OutcomeId Of(Guid value) => new(value);
}

/// <summary>A decision was made.</summary>
internal sealed record DecisionMade(Decision Decision) : IEvent;

/// <summary>A decision, or part of its outcomes, is taken to have never been.</summary>
internal sealed record DecisionOverturned(Decision Decision, string Reason, bool Whole) : IEvent;

/// <summary>A decision took the place of an earlier one.</summary>
/// <param name="Decision">The earlier one, whose outcomes count no more.</param>
internal sealed record DecisionOverridden(Decision Decision, Decision By) : IEvent;

/// <summary>What had taken its place was overturned, so a decision counts again.</summary>
internal sealed record DecisionRestored(Decision Decision) : IEvent;

/// <summary>The time has come to tell of a decision that was kept quiet.</summary>
internal sealed record DecisionDueToBeTold(Decision Decision) : IEvent;

/// <summary>A rulebook was applied to a decision in force: it limits otherwise from now on.</summary>
internal sealed record OutcomesReplaced(Decision Decision) : IEvent;

/// <summary>What a decision rested on was mended or is gone: what it brought has ended.</summary>
internal sealed record DecisionCured(Decision Decision, DateTimeOffset At) : IEvent;

/// <summary>A derived decision no longer follows from the strikes there are.</summary>
internal sealed record DecisionSuperseded(Decision Decision) : IEvent;
