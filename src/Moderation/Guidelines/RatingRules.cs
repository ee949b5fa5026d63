using Moderation.Ranking;
using static Moderation.Guidelines.PartMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the effects of ratings.</summary>
internal static class RatingRules
{
    private static readonly Rating[] Informing = [Rating.MissingContext, Rating.Satire, Rating.True];

    public static IEnumerable<Mistake> Broken(IReadOnlyList<RatingText> ratings, Place place) =>
    [
        .. ratings.SelectMany((x, i) => OfOne(x, place[i])),
        .. from rating in Enum.GetNames<Rating>().Select(x => char.ToLowerInvariant(x[0]) + x[1..])
           where ratings.All(x => x.Rating != rating)
           select RatingMissing(place, rating),
        .. Overlapping(ratings, place),
    ];

    private static IEnumerable<Mistake> OfOne(RatingText text, Place place)
    {
        if (Codes.Read<Rating>(text.Rating) is null)
            yield return UnknownRating(place["rating"], text.Rating);

        foreach (var mistake in text.Outcomes.SelectMany((x, i) => OfOutcome(x, place["outcomes"][i]))
            .Concat(Lowering(text, place))
            .Concat((text.Where ?? []).SelectMany((x, i) => OfWhere(x, place["where"][i])))
            .Concat(text.Where is [] ? [RulebookMistakes.MissingField(place["where"], "where")] : [])
            .Concat(RulebookRules.Confidence(text.Confidence, place)))
            yield return mistake;
    }

    private static IEnumerable<Mistake> OfOutcome(OutcomeText text, Place place)
    {
        var isContent = Codes.Read<OutcomeTarget>(text.On) is not OutcomeTarget.Author;
        var fits = Codes.Read<OutcomeKind>(text.Kind) is null or OutcomeKind.Demoted or OutcomeKind.NotRecommended
            or OutcomeKind.Covered or OutcomeKind.Labelled;

        return fits && isContent ? OutcomeRules.Broken(text, place) : [RatingEffect(place, text.Kind, text.On)];
    }

    private static IEnumerable<Mistake> Lowering(RatingText text, Place place)
    {
        if (!Informing.Select(x => (Rating?)x).Contains(Codes.Read<Rating>(text.Rating)))
            yield break;

        if (text.Cover)
            yield return RatingLowers(place["cover"], text.Rating, "cover");
        if (text.Demonetises)
            yield return RatingLowers(place["demonetises"], text.Rating, "demonetises");
        if (text.CountsToRepeat)
            yield return RatingLowers(place["countsToRepeat"], text.Rating, "countsToRepeat");
        foreach (var (i, outcome) in text.Outcomes.Index()
            .Where(x => Codes.Read<OutcomeKind>(x.Item.Kind) is not (null or OutcomeKind.Labelled)))
            yield return RatingLowers(place["outcomes"][i], text.Rating, outcome.Kind);
    }

    private static IEnumerable<Mistake> OfWhere(WhereText text, Place place)
    {
        if (text is { Regions: not null, ExceptRegions: not null })
            yield return RegionsTwice(place);
        if (text.Regions is [])
            yield return RulebookMistakes.MissingField(place["regions"], "regions");
        foreach (var (field, countries) in new[] { ("regions", text.Regions), ("exceptRegions", text.ExceptRegions) })
            foreach (var (i, country) in (countries ?? []).Index().Where(x => !Countries.Known.Contains(x.Item)))
                yield return UnknownCountry(place[field][i], country);
        foreach (var mistake in ListingRules.Broken(text.From, text.Until, place))
            yield return mistake;
    }

    private static IEnumerable<Mistake> Overlapping(IReadOnlyList<RatingText> ratings, Place place)
    {
        var rows = ratings.Index()
            .SelectMany(x => (x.Item.Where ?? [new()]).Index(), (x, row) => (x.Item.Rating, Row: row.Item, Place: place[x.Index]["where"][row.Index]))
            .ToList();

        return from second in rows.Index()
               where rows.Take(second.Index).Any(x => x.Rating == second.Item.Rating && Meet(x.Row, second.Item.Row))
               select OverlappingDates(second.Item.Place, second.Item.Rating);
    }

    private static bool Meet(WhereText one, WhereText other) =>
        RulebookReading.Read(one).Overlap(RulebookReading.Read(other))
        && Listing.Of(one.From, one.Until).Overlaps(Listing.Of(other.From, other.Until));
}
