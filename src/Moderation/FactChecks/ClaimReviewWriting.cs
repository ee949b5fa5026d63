using System.Globalization;

namespace Moderation.FactChecks;

/// <summary>A fact-check as others read it: schema.org ClaimReview, with its own words and numbers.</summary>
internal static class ClaimReviewWriting
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyDictionary<string, object?> Of(FactCheck check)
    {
        var review = check.Review;
        return Said(
            ("@context", "https://schema.org"),
            ("@type", "ClaimReview"),
            ("url", review.Url),
            ("claimReviewed", review.Claim),
            ("datePublished", review.CheckedOn?.ToString(Day, CultureInfo.InvariantCulture)),
            ("inLanguage", review.Language),
            ("citation", review.Sources is { Count: > 0 } sources ? sources : null),
            ("author", Said(("@type", "Organization"), ("name", review.Publisher), ("url", review.Site))),
            ("reviewRating", Said(
                ("@type", "Rating"), ("alternateName", review.Rating.Word), ("ratingValue", review.Rating.Value),
                ("bestRating", review.Rating.Value is null ? null : review.Rating.Best), ("worstRating", review.Rating.Value is null ? null : review.Rating.Worst),
                ("ratingExplanation", review.Explanation))),
            ("itemReviewed", Said(
                ("@type", "Claim"),
                ("author", review.ClaimedBy is { } name ? Said(("@type", "Person"), ("name", name)) : null),
                ("datePublished", review.ClaimedOn?.ToString(Day, CultureInfo.InvariantCulture)),
                ("appearance", review.Appearances.Count == 0 ? null : review.Appearances.Select(x => Said(("@type", "CreativeWork"), ("url", x))).ToArray()))));
    }

    // What is not known is left out.
    private static Dictionary<string, object?> Said(params (string Name, object? Value)[] fields) =>
        fields.Where(x => x.Value is not null).ToDictionary(x => x.Name, x => x.Value, StringComparer.Ordinal);
}
