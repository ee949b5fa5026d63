using System.Globalization;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Recommendations;

/// <summary>What a surface rule says of an item.</summary>
/// <param name="Holds">Whether it keeps the item from being recommended there; null where that is unknown.</param>
/// <param name="By">The measure that settled it; null where unknown.</param>
internal sealed record RuleJudged(SurfaceRule Rule, bool? Holds, MeasuredFact? By);

/// <summary>Judges the facts of an item by the rules of the surfaces. Pure.</summary>
internal static class FactJudging
{
    public static IReadOnlyList<RuleJudged> Judge(
        Rulebook rulebook, ContentItem item, ContentRevision revision, IReadOnlyList<MeasuredFact> facts, DateTimeOffset now) =>
    [
        .. rulebook.SurfaceRules
            .Where(x => rulebook.Find(x.Guideline, now)!.IsListed(now) && Concerns(x, item, revision.Media))
            .Select(x => Judge(x, KnownFacts.Bearers(x.Fact, revision.Media), facts)),
    ];

    /// <summary>What a rule does where it holds: what its guideline withholds, and for whom, on its surface alone.</summary>
    public static IReadOnlyList<ChosenOutcome> OutcomesOf(SurfaceRule rule, Guideline guideline)
    {
        ChosenOutcome[] outcomes = [.. guideline.Outcomes
            .Where(x => x is { Kind: OutcomeKind.NotRecommended, On: OutcomeTarget.Content } && x.Surfaces.Contains(rule.Surface))
            .Select(x => new ChosenOutcome(OutcomeKind.NotRecommended, OutcomeTarget.Content, [rule.Surface], Audience: x.Audience, MinAge: x.MinAge))];
        return outcomes.Length > 0 ? outcomes : [new(OutcomeKind.NotRecommended, OutcomeTarget.Content, [rule.Surface])];
    }

    /// <summary>Why it holds, for who looks into it.</summary>
    public static string Because(RuleJudged judged)
    {
        var (rule, by) = (judged.Rule, judged.By!);
        var limit = rule.Below is { } below ? $", below {Number(below)}" : rule.Above is { } above ? $", above {Number(above)}" : "";
        var where = by.Medium.Length == 0 ? "" : $" of {by.Medium}";
        return $"{rule.Code}: {rule.Fact}{where} is {Number(by.Measure)}{limit} (by {by.Source}).";
    }

    private static RuleJudged Judge(SurfaceRule rule, IReadOnlyList<string> bearers, IReadOnlyList<MeasuredFact> facts)
    {
        MeasuredFact[] known = [.. facts.Where(x => x.Fact == rule.Fact && bearers.Contains(x.Medium))];
        if (Array.Find(known, x => rule.Holds(x.Measure)) is { } holding)
            return new(rule, true, holding);

        // One picture of which nothing is known may be the one: nothing is said of the whole.
        return known.Length > 0 && known.Length == bearers.Count ? new(rule, false, known[0]) : new(rule, null, null);
    }

    // Reels shows videos, Explore posts of any kind; stories, comments and messages are recommended nowhere.
    private static bool Concerns(SurfaceRule rule, ContentItem item, IReadOnlyList<MediaItem> media) => item.Kind switch
    {
        ContentKind.Reel => HasBearer(rule, media),
        ContentKind.Post => (rule.Surface is not Surface.Reels || media.Any(x => x.Kind is MediaKind.Video)) && HasBearer(rule, media),
        _ => false,
    };

    private static bool HasBearer(SurfaceRule rule, IReadOnlyList<MediaItem> media) => KnownFacts.Bearers(rule.Fact, media).Count > 0;

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
