namespace Moderation.FactChecks;

/// <summary>What a schema.org ClaimReview says, as far as we use it (https://schema.org/ClaimReview).</summary>
/// <param name="Url">Of the page of the check.</param>
/// <param name="Claim">What was checked.</param>
/// <param name="Publisher">Who checked: its name, or where it says none, the host of its address.</param>
/// <param name="Site">Its address; null where it says none.</param>
/// <param name="Rating">Word and number, of which each may be missing.</param>
/// <param name="CheckedOn">The day of the check.</param>
/// <param name="Explanation">Why it was rated so.</param>
/// <param name="ClaimedBy">Who said it.</param>
/// <param name="ClaimedOn">When it was said.</param>
/// <param name="Appearances">Where it was seen.</param>
/// <param name="Sources">What the check rests on; null where it does not say.</param>
internal sealed record ClaimReview(
    string Url, string Claim, string Publisher, string? Site, RatingWords Rating, DateOnly? CheckedOn, string? Explanation,
    string? ClaimedBy, DateOnly? ClaimedOn, IReadOnlyList<string> Appearances, string? Language, IReadOnlyList<string>? Sources = null)
{
    /// <summary>In characters.</summary>
    public const int MaxUrl = 2000;

    /// <summary>In characters.</summary>
    public const int MaxClaim = 4000;

    /// <summary>In characters; of names and words.</summary>
    public const int MaxName = 200;

    /// <summary>In characters; a longer one is cut.</summary>
    public const int MaxExplanation = 4000;

    public const int MostAppearances = 20;

    public const int MostSources = 20;

    /// <summary>By which publishers are known: the host of a web address, without "www."; null for anything else.</summary>
    public static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host
        : null;
}

/// <summary>A rating as its publisher gives it.</summary>
/// <param name="Value">On the scale from <paramref name="Worst"/> to <paramref name="Best"/>.</param>
/// <param name="Best">5 unless said otherwise (https://schema.org/bestRating).</param>
/// <param name="Worst">1 unless said otherwise (https://schema.org/worstRating).</param>
internal sealed record RatingWords(string? Word, double? Value, double Best = 5, double Worst = 1)
{
    /// <summary>How true the number says it is, 0 to 1; null without a number on its scale.</summary>
    public double? Truth => Value is { } value && Best != Worst && (value - Worst) / (Best - Worst) is >= 0 and <= 1 and var share ? share : null;
}
