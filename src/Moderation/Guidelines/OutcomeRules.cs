using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>What must hold in one outcome of a guideline or a ladder.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<Error> Broken(OutcomeText text, string place)
    {
        var kind = Codes.Read<OutcomeKind>(text.Kind);
        if (kind is null)
            yield return GuidelineErrors.UnknownKind(place, text.Kind);
        if (Codes.Read<OutcomeTarget>(text.On) is null)
            yield return GuidelineErrors.UnknownTarget(place, text.On);
        if (text.Surfaces is [])
            yield return GuidelineErrors.MissingField(place, "surfaces");
        foreach (var surface in (text.Surfaces ?? []).Where(x => Codes.Read<Surface>(x) is null))
            yield return GuidelineErrors.UnknownSurface(place, surface);
        foreach (var feature in (text.Features ?? []).Where(x => Codes.Read<Feature>(x) is null))
            yield return GuidelineErrors.UnknownFeature(place, feature);
        if (text.Audience is { } audience && Codes.Read<Audience>(audience) is null)
            yield return GuidelineErrors.UnknownAudience(place, audience);

        if (text.Weight is { } weight and not (>= 0 and <= 1))
            yield return GuidelineErrors.WeightOutOfRange(place, weight);
        if (kind is OutcomeKind.Demoted && text.Weight is null or 1)
            yield return GuidelineErrors.DemotionWithoutWeight(place);
        if (text.Days is { } days and < 1)
            yield return GuidelineErrors.NotPositive(place, "days", days);
        if (text.MinAge is { } age and < 1)
            yield return GuidelineErrors.NotPositive(place, "minAge", age);
        if (kind is OutcomeKind.FeatureBlocked && text.Features is null or [])
            yield return GuidelineErrors.FeatureMissing(place);
        if (kind is OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Suspended or OutcomeKind.Disabled
            && Codes.Read<OutcomeTarget>(text.On) is OutcomeTarget.Content)
            yield return GuidelineErrors.TargetMismatch(place, text.Kind, text.On);

        foreach (var error in RulebookRules.Confidence(text.Confidence, place))
            yield return error;
    }

    /// <summary>The same where an account is judged: there is no content that it could fall on.</summary>
    public static IEnumerable<Error> OnAccount(OutcomeText text, string place) =>
        Codes.Read<OutcomeTarget>(text.On) is OutcomeTarget.Content
            ? [GuidelineErrors.ContentOutcomeOnAccount(place)]
            : Broken(text, place);

    /// <summary>What a recommendation guideline may not do: it withholds and lowers, nothing else.</summary>
    public static IEnumerable<Error> Removing(IEnumerable<OutcomeText> outcomes, string place) =>
        from outcome in outcomes
        where Codes.Read<OutcomeKind>(outcome.Kind) is not (null or OutcomeKind.NotRecommended or OutcomeKind.Demoted)
        select GuidelineErrors.RecommendationRemoves(place, outcome.Kind);
}
