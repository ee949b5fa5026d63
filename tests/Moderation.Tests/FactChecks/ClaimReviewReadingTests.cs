using System.Text.Json;
using Moderation.FactChecks;
using Moderation.Guidelines;

namespace Moderation.Tests.FactChecks;

public sealed class ClaimReviewReadingTests
{
    private const string One = """{"@type": "ClaimReview", "url": "https://a.example/1", "claimReviewed": "It rains.", "author": "A", "reviewRating": {"alternateName": "False"}}""";

    [Theory]
    [InlineData(One, 1)]
    [InlineData($"[{One}, {One}]", 2)]
    [InlineData($$$"""{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {{{One}}}]}""", 1)]
    [InlineData($$$"""{"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [{{{One}}}]}, {"@type": "DataFeedItem", "item": {{{One}}} }]}""", 2)]
    [InlineData("""{"@type": ["Thing", "http://schema.org/ClaimReview"]}""", 1)]
    [InlineData("""{"@type": "NewsArticle"}""", 0)]
    [InlineData("7", 0)]
    public void Reviews_are_found_wherever_they_are(string json, int count) => Assert.Equal(count, ClaimReviewReading.In(Parse(json)).Count());

    [Theory]
    [InlineData("\"author\": \"Checks\"", "Checks")]
    [InlineData("\"author\": {\"name\": \"Checks\"}", "Checks")]
    [InlineData("\"author\": [{\"name\": \"Checks\"}, {\"name\": \"Others\"}]", "Checks")]
    [InlineData("\"author\": \"https://www.checks.example/\"", "checks.example")]
    [InlineData("\"publisher\": {\"url\": \"https://checks.example\"}", "checks.example")]
    [InlineData("\"creator\": {\"name\": {\"@value\": \"Checks\"}}", "Checks")]
    public void Who_checked_may_be_a_word_or_a_thing(string author, string expected) => Assert.Equal(expected, Read(
        $$$"""{"@type": "ClaimReview", "url": "https://a.example/1", "claimReviewed": "It rains.", {{{author}}}, "reviewRating": {"alternateName": "False"}}""")!.Publisher);

    [Theory]
    [InlineData("2025-12-30", "2025-12-30")]
    [InlineData("2025-12-30T23:30:00-05:00", "2025-12-31")]
    public void A_day_is_a_day_with_or_without_its_hour(string written, string expected) => Assert.Equal(expected, Read(
        One.Replace("\"author\"", $"\"datePublished\": \"{written}\", \"author\"", StringComparison.Ordinal))!.CheckedOn!.Value.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("url", "https://a.example/1")]
    [InlineData("claimReviewed", "It rains.")]
    [InlineData("reviewRating", null)]
    public void What_is_missing_is_named(string field, string? value)
    {
        var json = value is null ? One.Replace("""{"alternateName": "False"}""", "{}", StringComparison.Ordinal) : One.Replace(value, " ", StringComparison.Ordinal);
        Assert.Equal([field], ClaimReviewReading.Read(Parse(json)).Mistakes.Keys);
    }

    [DataFact("factcheck-claimreview")]
    public void Published_examples_are_read_and_one_that_contradicts_itself_waits()
    {
        var reviews = ClaimReviewReading.In(Parse(File.ReadAllText(SharedData.At("factcheck-claimreview", "schemaorg-examples.claimreview.json")))).ToArray();
        Assert.Equal(2, reviews.Length);
        var first = ClaimReviewReading.Read(reviews[0]).Review!;
        Assert.Equal(("politifact.com", "True", 1.0, 6.0), (first.Publisher, first.Rating.Word, first.Rating.Value!.Value, first.Rating.Best));
        Assert.Equal(new(null, ReadingDoubt.WordAgainstNumber), RatingTable.Usual.Read(first.Rating));
    }

    [Fact]
    public void Words_are_read_without_case_and_signs_and_numbers_by_the_table()
    {
        var table = new RatingTable(new Dictionary<string, Rating> { ["pants on fire"] = Rating.False, ["half true"] = Rating.PartlyFalse }, new Dictionary<string, Rating> { ["1"] = Rating.False, ["4"] = Rating.PartlyFalse });
        Assert.Equal(new(Rating.False, ReadingDoubt.None), table.Read(new("Pants-on-Fire!", null)));
        Assert.Equal(new(Rating.PartlyFalse, ReadingDoubt.None), table.Read(new(null, 4, 6)));
        Assert.Equal(new(Rating.PartlyFalse, ReadingDoubt.None), table.Read(new("Half True", 4, 6)));
        Assert.Equal(new(null, ReadingDoubt.WordAgainstNumber), table.Read(new("Half True", 1, 6)));
        Assert.Equal(new(null, ReadingDoubt.UnknownWord), table.Read(new("Mostly sunny", 1, 6)));
    }

    private static ClaimReview? Read(string json) => ClaimReviewReading.Read(Parse(json)).Review;

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
