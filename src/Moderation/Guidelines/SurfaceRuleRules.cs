using Moderation.Ranking;
using static Moderation.Guidelines.PartMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the rules of a surface.</summary>
internal static class SurfaceRuleRules
{
    private static readonly ContentFact?[] Shares = [ContentFact.TextShare, ContentFact.BorderShare, ContentFact.Clickbait];
    private static readonly ContentFact?[] Measures = [.. Shares, ContentFact.ShortSidePixels, ContentFact.Seconds];

    public static IEnumerable<Mistake> Broken(
        IReadOnlyList<SurfaceRuleText> rules, ILookup<string, string> guidelines, Place place) =>
    [
        .. rules.SelectMany((x, i) => OfOne(x, guidelines, place[i])),
        .. RulebookRules.Twice(rules, x => x.Code, place),
    ];

    private static IEnumerable<Mistake> OfOne(SurfaceRuleText text, ILookup<string, string> guidelines, Place place)
    {
        if (Codes.Read<Surface>(text.Surface) is null)
            yield return RulebookMistakes.UnknownSurface(place["surface"], text.Surface);
        if (!guidelines.Contains(text.Guideline))
            yield return RulebookMistakes.UnknownGuideline(place["guideline"], text.Guideline);
        else if (guidelines[text.Guideline].All(x => Codes.Read<GuidelineSet>(x) is GuidelineSet.Community))
            yield return WrongSet(place["guideline"], text.Guideline);

        foreach (var mistake in OfFact(text, place).Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return mistake;
    }

    private static IEnumerable<Mistake> OfFact(SurfaceRuleText text, Place place)
    {
        var fact = Codes.Read<ContentFact>(text.Fact);
        var isMeasured = Measures.Contains(fact);
        if (fact is null)
            yield return UnknownFact(place["fact"], text.Fact);
        else if (isMeasured && text is { Below: null, Above: null } or { Below: not null, Above: not null })
            yield return ThresholdMissing(place["fact"], text.Fact);
        else if (!isMeasured && (text.Below ?? text.Above) is not null)
            yield return ThresholdNotMeasured(place["fact"], text.Fact);

        if ((text.Below ?? text.Above) is { } threshold && !(threshold > 0 && (threshold <= 1 || !Shares.Contains(fact))))
            yield return ThresholdOutOfRange(place[text.Below is null ? "above" : "below"], threshold);
    }
}
