using Moderation.Ranking;

namespace Moderation.Web.Components.Vocabulary;

/// <summary>How far an outcome has come.</summary>
public enum OutcomeState
{
    InForce,
    Ended,
    Overturned,
}

/// <summary>An outcome as a chip shows it.</summary>
/// <param name="Weight">What share is kept, 0 to 1; for a demotion.</param>
/// <param name="Number">Which strike it is, or how many.</param>
/// <param name="Label">The label's own words.</param>
public sealed record OutcomeShown(
    OutcomeKind Kind,
    double? Weight = null,
    DateTimeOffset? Until = null,
    OutcomeState State = OutcomeState.InForce,
    int? Number = null,
    string? Label = null);

internal static class OutcomeLook
{
    extension(OutcomeKind kind)
    {
        public string Shape => kind switch
        {
            OutcomeKind.Demoted or OutcomeKind.NotRecommended => "less",
            OutcomeKind.Covered or OutcomeKind.AgeLimited => "cond",
            OutcomeKind.Labelled => "told",
            OutcomeKind.Strike => "strike",
            _ => "gone",
        };

        public string Icon => kind switch
        {
            OutcomeKind.Removed => "block",
            OutcomeKind.Quarantined => "shield_lock",
            OutcomeKind.Suspended or OutcomeKind.Disabled => "lock",
            OutcomeKind.FeatureBlocked => "front_hand",
            OutcomeKind.Demonetised => "money_off",
            OutcomeKind.Demoted => "low_priority",
            OutcomeKind.NotRecommended => "explore_off",
            OutcomeKind.Covered => "visibility_off",
            OutcomeKind.AgeLimited => "no_adult_content",
            OutcomeKind.Labelled => "sell",
            OutcomeKind.Strike => "tally",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        /// <summary>The key that presses it, where it has one.</summary>
        public string? Key => kind switch
        {
            OutcomeKind.Removed => "R",
            OutcomeKind.Strike => "T",
            OutcomeKind.Covered => "C",
            OutcomeKind.Demoted => "M",
            OutcomeKind.Labelled => "L",
            OutcomeKind.AgeLimited => "A",
            _ => null,
        };
    }
}
