using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Web.Members;

/// <summary>What one or more surfaces do with a post, as its author reads it.</summary>
internal sealed record WhereShown(VerdictAction Action, double Weight, string Words)
{
    // Where no post is ever shown; to say that this one is not would frighten.
    private static readonly Surface[] NotForPosts = [Surface.SuggestedAccounts];

    public static IReadOnlyList<WhereShown> Of(AccountStatus.Post post, IStringLocalizer words)
    {
        var kinds = post.Outcomes.Select(x => x.Kind).ToHashSet();
        if (post.Verdicts.Values.All(x => x.Action is VerdictAction.Drop))
            return [Drop(words[kinds.Contains(OutcomeKind.Removed) ? "Status.Where.Nowhere" : "Status.Where.NowhereYet"])];

        var places = post.Verdicts.Where(x => !NotForPosts.Contains(x.Key)).OrderBy(x => x.Key).ToArray();
        WhereShown[] said =
        [
            .. Dropped([.. places.Where(x => x.Value.Action is VerdictAction.Drop).Select(x => x.Key)], kinds, words),
            .. places.Where(x => x.Value is { Action: not VerdictAction.Drop, Weight: < 1 }).GroupBy(x => x.Value.Weight)
                .Select(x => new WhereShown(VerdictAction.Allow, x.Key, words["Status.Where.Lower", Names(x.Select(y => y.Key), words), Share(x.Key, words)])),
            .. Covered([.. places.Where(x => x.Value.Action is VerdictAction.Cover).Select(x => x.Key)], places.Length, words),
        ];
        var isPartly = said.Length > 0 && places.Any(x => x.Value is { Action: VerdictAction.Allow, Weight: >= 1 });
        return
        [
            .. said, .. isPartly ? [new WhereShown(VerdictAction.Allow, 1, words["Status.Where.Else"])] : Array.Empty<WhereShown>(),
            .. post.Outcomes.SelectMany(x => Only(x, words)).Concat(Inherited(post, words)).DistinctBy(x => x.Words),
        ];
    }

    private static WhereShown Drop(string said) => new(VerdictAction.Drop, 0, said);

    private static IEnumerable<WhereShown> Dropped(Surface[] dropped, HashSet<OutcomeKind> kinds, IStringLocalizer words)
    {
        if (dropped.Length == 0)
            yield break;

        if (!kinds.Contains(OutcomeKind.NotRecommended) || kinds.Contains(OutcomeKind.Removed) || kinds.Contains(OutcomeKind.Quarantined))
        {
            yield return Drop(words["Status.Where.Not", Names(dropped, words)]);
            yield break;
        }

        if (dropped.Except([Surface.Feed]).ToArray() is { Length: > 0 } recommending)
            yield return Drop(words["Status.Where.NotRecommended", Names(recommending, words)]);
        // The verdict is for somebody who does not follow; followers see it in their feed as ever.
        if (dropped.Contains(Surface.Feed))
            yield return new(VerdictAction.Allow, 1, words["Status.Where.Followers"]);
    }

    private static IEnumerable<WhereShown> Covered(Surface[] covered, int all, IStringLocalizer words) => covered.Length == 0 ? []
        : [new(VerdictAction.Cover, 1, covered.Length == all ? words["Status.Where.CoveredAll"] : words["Status.Where.Covered", Names(covered, words)])];

    // What depends on who looks, or where.
    private static IEnumerable<WhereShown> Only(Enforcement.EnforceDirectly.Effect outcome, IStringLocalizer words)
    {
        if (outcome.Kind is OutcomeKind.AgeLimited || outcome.Audience is Audience.Minors)
            yield return new(VerdictAction.Cover, 1, words["Status.Where.Age", outcome.MinAge ?? Outcome.AgeOfMajority]);
        if (outcome.Audience is Audience.SensitivityLess or Audience.SensitivityStandard or Audience.PoliticsLimited)
            yield return new(VerdictAction.Cover, 1, words[$"Status.Where.{outcome.Audience}"]);
        if (outcome.Kind is OutcomeKind.Labelled)
            yield return new(VerdictAction.Allow, 1, words["Status.Where.Labelled"]);
        if (outcome.Territories.Count > 0)
            yield return new(VerdictAction.Cover, 1, words["Status.Where.Territories", string.Join(", ", outcome.Territories)]);
    }

    // What it hangs on may be kept from some people only.
    private static IEnumerable<WhereShown> Inherited(AccountStatus.Post post, IStringLocalizer words) =>
        post.Outcomes.Count == 0 && post.Otherwise?.Any(x => x is { Onlooker: Onlooker.Minor, Verdict.Action: VerdictAction.Drop }) is true
            && post.Verdicts.Values.All(x => x.IsPlainAllow) ? [new(VerdictAction.Cover, 1, words["Status.Where.Age", Outcome.AgeOfMajority])] : [];

    private static string Names(IEnumerable<Surface> surfaces, IStringLocalizer words) =>
        words.All([.. surfaces.Select(x => words[$"Surface.{x}"].Value)]);

    private static string Share(double weight, IStringLocalizer words) => weight switch
    {
        .5 => words["Status.Where.Half"],
        .25 => words["Status.Where.Quarter"],
        _ => weight.ToString("P0", CultureInfo.CurrentCulture),
    };
}
