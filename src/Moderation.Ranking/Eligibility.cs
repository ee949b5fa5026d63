namespace Moderation.Ranking;

/// <summary>
/// The one evaluator: a pure function of standings and request. Rankers, explanations, Account Status and reports use it.
/// </summary>
public static class Eligibility
{
    /// <summary>
    /// The verdict on an item: any drop wins, then a cover; weights of one ground on one subject count once, the strictest,
    /// those of different grounds, and of item and author, multiply, not below the floor.
    /// </summary>
    /// <param name="item">The standing of the item, or of the account where an account is asked about.</param>
    /// <param name="author">The standing of the item's author; clear where an account is asked about.</param>
    /// <param name="above">Item and author of all it hangs on: parents of a reply, the original of a reshare.
    /// What drops one of them drops this too; nothing else follows.</param>
    /// <param name="request">For whom and where.</param>
    public static Verdict On(
        Standing item, Standing author, IReadOnlyList<(Standing Item, Standing Author)> above, Request request)
    {
        if (item.IsClear && author.IsClear && above.Count == 0)
            return Verdict.Allow;

        var drops = Of(item, request).Concat(Of(author, request)).Where(x => Drops(x, request)).ToArray();
        if (drops.Length == 0 && above.Count > 0)
            drops = [.. above.SelectMany(x => Of(x.Item, request).Concat(Of(x.Author, request))).Where(x => Drops(x, request))];
        if (drops.Length > 0)
            return new(VerdictAction.Drop, 0, [], GroundsOf(drops));

        var covers = Of(item, request).Concat(Of(author, request)).Where(x => x.Kind is OutcomeKind.Covered).ToArray();
        var labels = Of(item, request).Concat(Of(author, request)).Where(x => x.Kind is OutcomeKind.Labelled).ToArray();
        Outcome[] demotions = [.. Strictest(item, request), .. Strictest(author, request)];

        if (covers.Length + labels.Length + demotions.Length == 0)
            return Verdict.Allow;

        return new(
            covers.Length > 0 ? VerdictAction.Cover : VerdictAction.Allow,
            Combine(demotions),
            [.. labels.Select(x => x.Label ?? x.Ground).Distinct().Order(StringComparer.Ordinal)],
            GroundsOf([.. covers, .. labels, .. demotions]));
    }

    /// <summary>The verdict on an account itself, for search and suggested accounts.</summary>
    public static Verdict On(Standing account, Request request) => On(account, Standing.Clear, [], request);

    private static IEnumerable<Outcome> Of(Standing standing, Request request) =>
        standing.Outcomes.Where(x => x.Surfaces.Contains(request.Surface) && Meets(x, request.Viewer));

    private static IEnumerable<Outcome> Strictest(Standing standing, Request request) =>
        Of(standing, request).Where(x => x.Kind is OutcomeKind.Demoted && x.Weight < 1)
            .GroupBy(x => x.Ground, StringComparer.Ordinal)
            .Select(x => x.MinBy(outcome => outcome.Weight)!);

    // A floor keeps several grounds from adding up to nothing; it never lifts what one ground alone asks for.
    private static double Combine(Outcome[] demotions) => demotions.Length switch
    {
        0 => 1,
        1 => demotions[0].Weight,
        _ => Math.Max(
            demotions.Aggregate(1.0, (product, x) => product * x.Weight),
            Math.Min(demotions.Min(x => x.Floor), demotions.Min(x => x.Weight))),
    };

    private static bool Drops(Outcome outcome, Request request) => outcome.Kind switch
    {
        OutcomeKind.Removed or OutcomeKind.Quarantined or OutcomeKind.Suspended or OutcomeKind.Disabled => true,
        OutcomeKind.AgeLimited => request.Viewer.IsUnder(outcome.MinAge ?? Outcome.AgeOfMajority),
        OutcomeKind.NotRecommended => IsRecommending(request),
        _ => false,
    };

    // What a follower sees in the feed, and what somebody looks up on a profile, is not a recommendation.
    private static bool IsRecommending(Request request) =>
        SurfaceSet.Recommending.Contains(request.Surface) && !(request is { Surface: Surface.Feed, Follows: true });

    private static bool Meets(Outcome outcome, Viewer viewer) => outcome.Audience switch
    {
        Audience.Minors => viewer.IsUnder(outcome.MinAge ?? Outcome.AgeOfMajority),
        Audience.SensitivityLess => viewer.Sensitivity is Sensitivity.Less,
        Audience.SensitivityStandard => viewer.Sensitivity is not Sensitivity.More,
        Audience.PoliticsLimited => viewer.Politics is Politics.Limit,
        _ => true,
    }
        // A viewer of unknown country is taken to be where the outcome counts.
        && (viewer.Country is not { } country
            || (outcome.Territories.Count == 0 || outcome.Territories.Contains(country, StringComparer.OrdinalIgnoreCase))
                && !outcome.ExceptTerritories.Contains(country, StringComparer.OrdinalIgnoreCase));

    private static Ground[] GroundsOf(IEnumerable<Outcome> outcomes) =>
    [
        .. outcomes.GroupBy(CodeOf, StringComparer.Ordinal)
            .OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => new Ground(x.Key, [.. x.Select(outcome => outcome.Id).Distinct().Order()])),
    ];

    private static string CodeOf(Outcome outcome) => outcome switch
    {
        { Kind: OutcomeKind.Suspended } => "account.suspended",
        { Kind: OutcomeKind.Disabled } => "account.disabled",
        { Kind: OutcomeKind.AgeLimited } or { Audience: Audience.Minors } => "viewer.age",
        { Audience: Audience.SensitivityLess or Audience.SensitivityStandard } => "viewer.sensitivity",
        { Audience: Audience.PoliticsLimited } => "viewer.politics",
        { Kind: OutcomeKind.NotRecommended, OnAccount: true, Ground: not Outcome.RepeatMisinformation } => "account.not-recommended",
        _ => outcome.Ground,
    };
}
