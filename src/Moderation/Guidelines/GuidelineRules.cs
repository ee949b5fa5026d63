using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the guidelines and their clauses.</summary>
internal static class GuidelineRules
{
    private const int MostWeight = 100;

    public static IEnumerable<Mistake> Broken(
        IReadOnlyList<GuidelineText> guidelines, HashSet<string> groups, Place place) =>
    [
        .. guidelines.SelectMany((x, i) => OfOne(x, groups, place[i])),
        .. RulebookRules.Twice(guidelines, x => x.Code, place),
        .. SameKey(guidelines, place),
    ];

    private static IEnumerable<Mistake> OfOne(GuidelineText text, HashSet<string> groups, Place place)
    {
        if (Codes.Read<GuidelineSet>(text.Set) is null)
            yield return UnknownSet(place["set"], text.Set);
        if (Codes.Read<Severity>(text.Severity) is null)
            yield return UnknownSeverity(place["severity"], text.Severity);
        if (text.Key is not [>= 'A' and <= 'Z'])
            yield return KeyNotALetter(place["key"], text.Key);
        if (text.Parent is { } parent && !groups.Contains(parent))
            yield return PartMistakes.UnknownGroup(place["parent"], parent);

        var isRecommendation = Codes.Read<GuidelineSet>(text.Set) is GuidelineSet.Recommendation;
        foreach (var mistake in text.Outcomes.SelectMany((x, i) => OutcomeRules.Broken(x, place["outcomes"][i]))
            .Concat(text.AccountOutcomes.SelectMany((x, i) => OutcomeRules.OnAccount(x, place["accountOutcomes"][i])))
            .Concat(isRecommendation ? OutcomeRules.Removing(text.Outcomes, place["outcomes"]) : [])
            .Concat(isRecommendation ? OutcomeRules.Removing(text.AccountOutcomes, place["accountOutcomes"]) : [])
            .Concat(RulebookRules.Length(text.StrikeWeight, "strikeWeight", place["strikeWeight"], MostWeight))
            .Concat(OfRegulator(text, place))
            .Concat(ListingRules.Broken(text.From, text.Until, place))
            .Concat(RulebookRules.Confidence(text.Confidence, place))
            .Concat(OfClauses(text, place["clauses"])))
            yield return mistake;
    }

    private static IEnumerable<Mistake> OfRegulator(GuidelineText text, Place place)
    {
        if (text.Categories is [])
            yield return CategoryMissing(place["categories"]);
        foreach (var (i, category) in text.Categories.Index().Where(x => !Regulator.Categories.Contains(x.Item)))
            yield return UnknownCategory(place["categories"][i], category);
        if (text.Keyword is { } keyword && !Regulator.Keywords.Contains(keyword))
            yield return UnknownKeyword(place["keyword"], keyword);
    }

    private static IEnumerable<Mistake> OfClauses(GuidelineText text, Place place)
    {
        foreach (var (i, clause) in text.Clauses.Index())
        {
            if (!clause.Code.StartsWith(text.Code + '.', StringComparison.Ordinal))
                yield return ClauseCode(place[i], clause.Code);

            foreach (var mistake in ListingRules.Broken(clause.From, clause.Until, place[i])
                .Concat(RulebookRules.Confidence(clause.Confidence, place[i])))
                yield return mistake;
        }

        foreach (var mistake in ListingRules.Twice(text.Clauses, x => x.Code, x => (x.From, x.Until), place))
            yield return mistake;
    }

    private static IEnumerable<Mistake> SameKey(IReadOnlyList<GuidelineText> guidelines, Place place) =>
        from same in guidelines.Index().GroupBy(x => (x.Item.Set, x.Item.Key))
        from second in same.Skip(1)
        select DuplicateKey(place[second.Index]["key"], second.Item.Key, same.First().Item.Code);
}
