using System.Globalization;
using System.Text.Json;

namespace Moderation.FactChecks;

/// <summary>
/// Reads schema.org ClaimReview documents as publishers write them: one, a list, a graph, or a feed; strings or objects where
/// the vocabulary allows either.
/// </summary>
internal static class ClaimReviewReading
{
    private const string Type = "ClaimReview";
    private const int Deepest = 8;

    private static readonly string[] Checking = ["author", "publisher", "creator"];

    private static readonly string[] Appearing = ["firstAppearance", "appearance", "url"];

    private static readonly string[] Within = ["@graph", "dataFeedElement", "itemListElement", "item", "hasPart"];

    /// <summary>Every review in a document, wherever the publisher put it.</summary>
    public static IEnumerable<JsonElement> In(JsonElement document) => In(document, 0);

    /// <summary>What one says, or what is missing in it, by field.</summary>
    public static (ClaimReview? Review, IReadOnlyDictionary<string, string[]> Mistakes) Read(JsonElement document)
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var url = Wanted(document, "url", ClaimReview.MaxUrl, mistakes);
        if (url is not null && ClaimReview.HostOf(url) is null)
            mistakes["url"] = ["'url' is no web address."];
        var claim = Wanted(document, "claimReviewed", ClaimReview.MaxClaim, mistakes);
        var rating = document.TryGetProperty("reviewRating", out var rated) ? RatingOf(First(rated)) : null;
        if (rating is null or { Word: null, Value: null })
            mistakes["reviewRating"] = ["'reviewRating' with a word (alternateName) or a number (ratingValue) is missing."];
        var (name, site) = PublisherOf(document);
        var publisher = name ?? ClaimReview.HostOf(site) ?? ClaimReview.HostOf(url);
        if (publisher is null)
            mistakes["author"] = ["'author', who checked, is missing."];
        var (checkedOn, isDated) = Day(document, "datePublished");
        if (!isDated)
            mistakes["datePublished"] = ["'datePublished' is no date."];
        if (mistakes.Count > 0)
            return (null, mistakes);
        var item = document.TryGetProperty("itemReviewed", out var reviewed) ? First(reviewed) : default;
        return (new(
            url!, claim!, Cut(publisher, ClaimReview.MaxName)!, site, rating!, checkedOn,
            rated.ValueKind is JsonValueKind.Undefined ? null : Cut(Text(First(rated), "ratingExplanation"), ClaimReview.MaxExplanation),
            Cut(NameOf(item, "author"), ClaimReview.MaxName), Day(item, "datePublished").Day,
            [.. LinksIn(item, Appearing).Distinct(StringComparer.Ordinal).Take(ClaimReview.MostAppearances)], Cut(Text(document, "inLanguage"), 20),
            LinksIn(document, ["citation"]).Distinct(StringComparer.Ordinal).Take(ClaimReview.MostSources).ToArray() is { Length: > 0 } sources ? sources : null), mistakes);
    }

    private static IEnumerable<JsonElement> In(JsonElement element, int depth)
    {
        if (depth > Deepest)
            return [];
        if (element.ValueKind is JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(x => In(x, depth + 1));
        if (element.ValueKind is not JsonValueKind.Object)
            return [];

        return Is(element, Type)
            ? [element]
            : Within.Where(x => element.TryGetProperty(x, out _)).SelectMany(x => In(element.GetProperty(x), depth + 1));
    }

    private static bool Is(JsonElement element, string type) => element.TryGetProperty("@type", out var written) && written.ValueKind switch
    {
        JsonValueKind.String => Plain(Whole(written)) == type,
        JsonValueKind.Array => written.EnumerateArray().Any(x => x.ValueKind is JsonValueKind.String && Plain(Whole(x)) == type),
        _ => false,
    };

    // Half a surrogate pair is no text.
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Plain(string? type) => type?.Split('/', ':')[^1];

    private static RatingWords RatingOf(JsonElement rating) => rating.ValueKind is JsonValueKind.Object
        ? new(Cut(Text(rating, "alternateName") ?? Text(rating, "name"), ClaimReview.MaxName), Number(rating, "ratingValue"), Number(rating, "bestRating") ?? 5, Number(rating, "worstRating") ?? 1)
        : new(Cut(Text(rating), ClaimReview.MaxName), null);

    private static (string? Name, string? Site) PublisherOf(JsonElement review)
    {
        foreach (var field in Checking)
            if (review.TryGetProperty(field, out var said) && First(said) is var who && who.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
                return who.ValueKind is JsonValueKind.String
                    ? ClaimReview.HostOf(Text(who)) is null ? (Text(who), null) : (null, Text(who))
                    : (Text(who, "name"), Text(who, "url"));
        return (null, null);
    }

    private static IEnumerable<string> LinksIn(JsonElement item, string[] fields) => item.ValueKind is not JsonValueKind.Object ? [] :
        from field in fields
        where item.TryGetProperty(field, out _)
        from one in Each(item.GetProperty(field))
        let url = one.ValueKind is JsonValueKind.Object ? Text(one, "url") : Text(one)
        where url is { Length: <= ClaimReview.MaxUrl } && ClaimReview.HostOf(url) is not null
        select url;

    private static string? Wanted(JsonElement document, string field, int most, Dictionary<string, string[]> mistakes)
    {
        var text = Text(document, field);
        if (text is null)
            mistakes[field] = [$"'{field}' is missing."];
        else if (text.Length > most)
            mistakes[field] = [$"'{field}' has {most} characters at most."];
        return text;
    }

    // A date-only date is a date; a date that is none is a mistake; none at all is none.
    private static (DateOnly? Day, bool IsDated) Day(JsonElement element, string field) => Text(element, field) is not { } text ? (null, true)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, true)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (DateOnly.FromDateTime(at.UtcDateTime), true)
        : (null, false);

    private static double? Number(JsonElement element, string field) => !element.TryGetProperty(field, out var value) ? null
        : (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number)
            || double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number)) && double.IsFinite(number) ? number
        : null;

    private static string? NameOf(JsonElement element, string field) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(field, out var said)
        && First(said) is var who ? who.ValueKind is JsonValueKind.Object ? Text(who, "name") : Text(who) : null;

    private static string? Text(JsonElement element, string field) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(field, out var value) ? Text(First(value)) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(value)?.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Object => Text(value, "@value"),
        _ => null,
    };

    private static JsonElement[] Each(JsonElement value) => value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static JsonElement First(JsonElement value) => Each(value).FirstOrDefault();

    private static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
