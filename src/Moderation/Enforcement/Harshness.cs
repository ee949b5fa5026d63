using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>
/// How much outcomes limit a person, on a scale of our own that only serves to say which of two treatments is the harder one:
/// closing an account outweighs suspending it, that outweighs removal, and so on down to a label.
/// </summary>
internal static class Harshness
{
    public static double Of(IEnumerable<DecidedOutcome> outcomes) => outcomes.Sum(x => Of(x.Kind, x.Weight, x.StrikeWeight, x.Surfaces.Count, LengthOf(x)));

    public static double Of(OutcomeKind kind, double weight, int strikeWeight, int surfaces, TimeSpan? length) => Length(length) * kind switch
    {
        OutcomeKind.Disabled => 1000,
        OutcomeKind.Suspended => 400,
        OutcomeKind.Removed or OutcomeKind.Quarantined => 200,
        OutcomeKind.FeatureBlocked or OutcomeKind.Demonetised => 100,
        OutcomeKind.Strike => 60 * strikeWeight,
        OutcomeKind.AgeLimited => 6 * surfaces,
        OutcomeKind.NotRecommended => 5 * surfaces,
        OutcomeKind.Demoted => 5 * surfaces * (1 - weight),
        OutcomeKind.Covered => 4 * surfaces,
        _ => 1,
    };

    private static TimeSpan? LengthOf(DecidedOutcome x) => x.Until - x.From;

    // Longer is harder, without end hardest; a month counts for half.
    private static double Length(TimeSpan? length) => length is { } time ? time.TotalDays / (time.TotalDays + 30) : 1;
}
