using System.Globalization;
using Moderation.Enforcement;
using Moderation.Ranking;

namespace Moderation.Web.Review;

/// <summary>What a moderator says of an outcome beyond what the rule does; what is left out is the rule's.</summary>
/// <param name="Weight">Share of value kept, over 0 and below 1; for demotions.</param>
/// <param name="Territories">ISO 3166-1 alpha-2.</param>
/// <param name="MinAge">In years.</param>
public sealed record OutcomeDetail(
    double? Weight = null, IReadOnlyList<Surface>? Surfaces = null, DateTimeOffset? Until = null, IReadOnlyList<string>? Territories = null, int? MinAge = null)
{
    public bool SaysNothing => Weight is null && Surfaces is null && Until is null && Territories is null or [] && MinAge is null;

    /// <summary>For telling two apart.</summary>
    public string Said => string.Create(
        CultureInfo.InvariantCulture, $"({Weight};{string.Join('+', Surfaces ?? [])};{Until?.UtcTicks};{string.Join('+', Territories ?? [])};{MinAge})");

    public ChosenOutcome Over(ChosenOutcome rule) => rule with
    {
        Weight = Weight ?? rule.Weight,
        Surfaces = Surfaces ?? rule.Surfaces,
        Until = Until ?? rule.Until,
        Territories = Territories is null or [] ? rule.Territories : Territories,
        MinAge = MinAge ?? rule.MinAge,
    };

    /// <summary>Whether a demotion's weight is anything to say of it.</summary>
    public static bool HasWeight(OutcomeKind kind) => kind is OutcomeKind.Demoted;

    public static bool HasAge(OutcomeKind kind) => kind is OutcomeKind.AgeLimited;

    /// <summary>What falls on the person holds everywhere.</summary>
    public static bool HasSurfaces(OutcomeKind kind) =>
        kind is OutcomeKind.Removed or OutcomeKind.Covered or OutcomeKind.AgeLimited or OutcomeKind.Labelled or OutcomeKind.Demoted or OutcomeKind.NotRecommended;

    /// <summary>How long a strike counts the ladder says.</summary>
    public static bool HasEnd(OutcomeKind kind) => kind is not OutcomeKind.Strike;
}
