using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.RepeatOffenders;

/// <summary>A time in which an account may not use a feature.</summary>
/// <param name="Until">Exclusive; null for until lifted.</param>
internal sealed record FeatureLimit(Feature Feature, DateTimeOffset From, DateTimeOffset? Until, Guid DecisionId);

/// <summary>What outcomes keep an account from. Pure.</summary>
internal static class Permissions
{
    /// <summary>All limits from an instant on, each feature's in the order of time.</summary>
    public static IReadOnlyList<FeatureLimit> From(IEnumerable<DecidedOutcome> outcomes, DateTimeOffset now) =>
    [
        .. from outcome in outcomes
           where outcome.RetractedAt is null
           let until = outcome.EndedAt < outcome.Until || outcome.Until is null ? outcome.EndedAt ?? outcome.Until : outcome.Until
           where !(until <= now) && !(until <= outcome.From)
           from feature in TakenBy(outcome)
           let @from = outcome.From > now ? outcome.From : now
           orderby feature, @from, until ?? DateTimeOffset.MaxValue descending
           select new FeatureLimit(feature, @from, until, outcome.DecisionId.Value),
    ];

    /// <summary>The same without whose limits they are: times that touch are one.</summary>
    public static IReadOnlyList<(Feature Feature, DateTimeOffset From, DateTimeOffset? Until)> Merged(IEnumerable<FeatureLimit> limits, DateTimeOffset now)
    {
        var merged = new List<(Feature Feature, DateTimeOffset From, DateTimeOffset? Until)>();
        foreach (var limit in limits.Where(x => !(x.Until <= now)).Select(x => x.From < now ? x with { From = now } : x).OrderBy(x => x.Feature).ThenBy(x => x.From))
        {
            if (merged is [.., var last] && last.Feature == limit.Feature && !(last.Until < limit.From))
                merged[^1] = last with { Until = last.Until is null || limit.Until is null ? null : last.Until > limit.Until ? last.Until : limit.Until };
            else
                merged.Add((limit.Feature, limit.From, limit.Until));
        }

        return merged;
    }

    /// <summary>What is allowed at an instant, feature by feature.</summary>
    public static IReadOnlyDictionary<Feature, PermissionsOf.Permission> At(IReadOnlyCollection<FeatureLimit> limits, DateTimeOffset now)
    {
        var merged = Merged(limits, now);
        return Enum.GetValues<Feature>().ToDictionary(x => x, feature =>
            limits.Where(x => x.Feature == feature && x.From <= now && !(x.Until <= now)).MaxBy(x => x.Until ?? DateTimeOffset.MaxValue) is { } longest
                ? new PermissionsOf.Permission(false, merged.First(x => x.Feature == feature).Until, new DecisionId(longest.DecisionId))
                : new PermissionsOf.Permission(true, null, null));
    }

    private static IEnumerable<Feature> TakenBy(DecidedOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Suspended or OutcomeKind.Disabled => Enum.GetValues<Feature>(),
        OutcomeKind.Demonetised => [Feature.Monetise],
        OutcomeKind.FeatureBlocked => outcome.Features.Distinct(),
        _ => [],
    };
}
