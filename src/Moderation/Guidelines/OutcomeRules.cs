using Moderation.Ranking;
using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in one outcome.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<Mistake> Broken(OutcomeText text, Place place)
    {
        var kind = Codes.Read<OutcomeKind>(text.Kind);
        if (kind is null)
            yield return UnknownKind(place["kind"], text.Kind);
        if (Codes.Read<OutcomeTarget>(text.On) is null)
            yield return UnknownTarget(place["on"], text.On);
        if (text.Surfaces is [])
            yield return MissingField(place["surfaces"], "surfaces");
        foreach (var (i, surface) in (text.Surfaces ?? []).Index().Where(x => Codes.Read<Surface>(x.Item) is null))
            yield return UnknownSurface(place["surfaces"][i], surface);
        foreach (var (i, feature) in (text.Features ?? []).Index().Where(x => Codes.Read<Feature>(x.Item) is null))
            yield return UnknownFeature(place["features"][i], feature);
        if (text.Audience is { } audience && Codes.Read<Audience>(audience) is null)
            yield return UnknownAudience(place["audience"], audience);

        if (text.Weight is { } weight and not (>= 0 and <= 1))
            yield return WeightOutOfRange(place["weight"], weight);
        if (kind is OutcomeKind.Demoted && text.Weight is null or 1)
            yield return DemotionWithoutWeight(place);
        if (kind is OutcomeKind.FeatureBlocked && text.Features is null or [])
            yield return FeatureMissing(place);
        if (kind is OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Suspended or OutcomeKind.Disabled
            && Codes.Read<OutcomeTarget>(text.On) is OutcomeTarget.Content)
            yield return TargetMismatch(place["on"], text.Kind, text.On);

        foreach (var mistake in RulebookRules.Length(text.Days, "days", place["days"])
            .Concat(RulebookRules.Length(text.MinAge, "minAge", place["minAge"], most: 99))
            .Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return mistake;
    }

    /// <summary>The same where an account is judged: there is no content that it could fall on.</summary>
    public static IEnumerable<Mistake> OnAccount(OutcomeText text, Place place) =>
        Codes.Read<OutcomeTarget>(text.On) is OutcomeTarget.Content
            ? [ContentOutcomeOnAccount(place["on"])]
            : Broken(text, place);

    /// <summary>What a recommendation guideline may not do: it withholds and lowers, nothing else.</summary>
    public static IEnumerable<Mistake> Removing(IReadOnlyList<OutcomeText> outcomes, Place place) =>
        from outcome in outcomes.Index()
        where Codes.Read<OutcomeKind>(outcome.Item.Kind) is not (null or OutcomeKind.NotRecommended or OutcomeKind.Demoted)
        select RecommendationRemoves(place[outcome.Index]["kind"], outcome.Item.Kind);
}
