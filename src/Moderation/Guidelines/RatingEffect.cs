namespace Moderation.Guidelines;

/// <summary>What a rating does to the content it is given, in some countries for some time.</summary>
/// <param name="Rating">The fact-checker's word.</param>
/// <param name="Label">What is said beside the content; null for nothing.</param>
/// <param name="Cover">Whether the content stands behind a cover.</param>
/// <param name="Outcomes">What lowers or withholds it, by surface; all on the content.</param>
/// <param name="CountsToRepeat">Whether it counts on the ladder for misinformation.</param>
/// <param name="Demonetises">Whether the content earns nothing while so rated.</param>
/// <param name="StrikesEarlierCopies">Whether copies posted before the rating count on that ladder too.</param>
/// <param name="Regions">The countries of viewers that it holds for.</param>
/// <param name="Listing">The days that it holds for.</param>
internal sealed record RatingEffect(
    Rating Rating,
    RatingLabel? Label,
    bool Cover,
    IReadOnlyList<OutcomeTemplate> Outcomes,
    bool CountsToRepeat,
    bool Demonetises,
    bool StrikesEarlierCopies,
    Regions Regions,
    Listing Listing)
{
    /// <summary>Whether it holds in a country (ISO 3166-1, two capitals) at an instant.</summary>
    public bool Counts(string country, DateTimeOffset at) => Regions.Contain(country) && Listing.Covers(at);
}

/// <summary>The words beside rated content.</summary>
/// <param name="Code">Under which programs know it.</param>
/// <param name="En">In English.</param>
/// <param name="Nl">In Dutch.</param>
internal sealed record RatingLabel(string Code, string En, string Nl);

/// <summary>Countries by their two capitals of ISO 3166-1: those named, or all but those named.</summary>
internal sealed record Regions(bool AllBut, IReadOnlyList<string> Countries)
{
    /// <summary>In words that compare.</summary>
    public static string Written(Regions? regions) => regions is null ? "" : $"{regions.AllBut} {string.Join(',', regions.Countries.Order(StringComparer.Ordinal))}";

    public bool Contain(string country) => Countries.Contains(country) != AllBut;

    public bool Overlap(Regions other) =>
        !AllBut ? Countries.Any(other.Contain)
        : !other.AllBut ? other.Countries.Any(Contain)
        : true;
}

/// <summary>A fact-checker's word on content.</summary>
public enum Rating
{
    False,
    Altered,
    PartlyFalse,
    MissingContext,
    Satire,
    True,
}
