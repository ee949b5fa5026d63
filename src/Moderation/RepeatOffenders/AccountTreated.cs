using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.RepeatOffenders;

/// <summary>How a treatment compares with another, by <see cref="Harshness"/>.</summary>
public enum Change
{
    None,
    Harder,
    Softer,

    /// <summary>As hard, but not the same.</summary>
    Otherwise,
}

/// <summary>What somebody is limited by, and would be.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Harshness">On the scale of <see cref="Enforcement.Harshness"/>.</param>
internal sealed record Limit(OutcomeKind Kind, double Harshness)
{
    public static Limit Of(DecidedOutcome x) => new(x.Kind, Enforcement.Harshness.Of([x]));
}

/// <summary>A decision, or a step of the ladder, as it is and as another rulebook has it.</summary>
/// <param name="Guideline">It rests on.</param>
/// <param name="IsStep">Whether it is a step of the ladder.</param>
internal sealed record Treatment(
    string Guideline, bool IsStep, IReadOnlyList<Limit> Kept, IReadOnlyList<Limit> Ended, IReadOnlyList<Limit> Added)
{
    public Change Change => Ended.Count + Added.Count == 0 ? Change.None
        : Math.Sign(Added.Sum(x => x.Harshness) - Ended.Sum(x => x.Harshness)) switch { > 0 => Change.Harder, < 0 => Change.Softer, _ => Change.Otherwise };

    public static Treatment Of(Rejudged x) =>
        new(x.Decision.Guideline, false, [.. x.Kept.Select(Limit.Of)], [.. x.Ended.Select(Limit.Of)], [.. x.Added.Select(Limit.Of)]);
}

/// <summary>All that another rulebook would change for one person.</summary>
internal sealed record AccountTreated(AccountId Account, IReadOnlyList<Treatment> Treatments)
{
    public bool Differs => Treatments.Any(x => x.Change is not Change.None);

    public int Of(Change change) => Treatments.Count(x => x.Change == change);
}
