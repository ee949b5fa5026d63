using System.Globalization;
using System.Text.Json;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Transparency;

namespace Moderation.Web.Demo;

/// <summary>
/// A publisher whose word counts, two claims that it checked, one of them disputed, and one whose word nobody could read: about posts of
/// people of its own, so that nobody's account of the demo is touched.
/// </summary>
internal static class DemoChecks
{
    private const string Host = "tidemark.example";
    private const string Ferry = "The harbour ferry will stop sailing next month because its engine was sold to a museum, and nobody was told.";
    private const string Gulls = "Vanaf maandag moeten alle meeuwen op de kade een vergunning hebben, en de burgemeester controleert zelf.";
    private const string Lighthouse = "The old lighthouse was moved two metres to the left last night so that it fits on the new map.";

    private static readonly Actor.Staff Checker = new(new("avocet"));
    private static readonly Actor.Staff Policy = new(new("stilt"));

    // The first three say the same however it is written; the rest somebody should look at.
    private static readonly (string Handle, string Text, long Followers, string Language, double DaysAgo)[] Posts =
    [
        ("quay.gazette", Ferry, 18_400, "en", 4.2),
        ("ropewalk.daily", Ferry.ToUpperInvariant(), 2_310, "en", 3.9),
        ("saltandtide", Ferry + " \u26F4 #ferry #harbour", 890, "en", 3.4),
        ("bollard.bob", Ferry.Replace("next month", "next week", StringComparison.Ordinal), 5_020, "en", 3.1),
        ("pier.pressure", "No: “" + Ferry + "” Not so.", 1_270, "en", 1.3),
        ("mooring.mae", Ferry.Replace("and nobody was told", "and nobody was even told", StringComparison.Ordinal), 640, "en", 0.9),
        ("meeuwenpost", Gulls, 7_700, "nl", 3.0),
        ("lamp.and.lens", Lighthouse, 3_150, "en", 1.8),
    ];

    /// <summary>Everything in the order in which it happened.</summary>
    public static IEnumerable<DemoHistory.Step> Steps()
    {
        yield return new(TimeSpan.FromDays(20), "check-publisher", (door, _, retry) => Sent(door.Run(Policy, new SavePublisher(
            Host, "Tidemark", IsAccredited: true, "European network of fact-checkers (invented)",
            new Dictionary<string, Rating>
            {
                ["False"] = Rating.False,
                ["Onwaar"] = Rating.False,
                ["Bewerkt"] = Rating.Altered,
                ["Partly false"] = Rating.PartlyFalse,
                ["Deels onwaar"] = Rating.PartlyFalse,
                ["Missing context"] = Rating.MissingContext,
                ["Satire"] = Rating.Satire,
                ["True"] = Rating.True,
                ["Waar"] = Rating.True,
            },
            new Dictionary<double, Rating> { [1] = Rating.False, [2] = Rating.PartlyFalse, [3] = Rating.MissingContext, [5] = Rating.True }), retry)));
        foreach (var step in Told().Concat(Checked()).OrderByDescending(x => x.Ago))
            yield return step;
    }

    private static IEnumerable<DemoHistory.Step> Told() => Posts.Index().Select(x => new DemoHistory.Step(
        TimeSpan.FromDays(x.Item.DaysAgo), $"check-post-{x.Index}", (door, now, retry) => Sent(door.Run(Actor.Product, new ImportLines([.. Lines(x.Index, now)]), retry))));

    private static IEnumerable<DemoHistory.Step> Checked() =>
    [
        new(TimeSpan.FromDays(2.6), "check-ferry", (door, _, retry) => Sent(door.Run(Checker, new CheckClaim(
            Post(0), Ferry, Rating.False, $"https://{Host}/2026/ferry", [$"https://{Host}/documents/timetable", "https://harbour.example/council/minutes"], "en",
            "The engine in the museum is that of the ferry before. The timetable runs until December of next year."), retry))),
        new(TimeSpan.FromDays(2.2), "check-gulls", (door, _, retry) => Sent(door.Run(Checker, new CheckClaim(
            Post(6), Gulls, Rating.Satire, $"https://{Host}/2026/meeuwen", null, "nl", "Het komt van een satirische pagina."), retry))),
        new(TimeSpan.FromDays(1.1), "check-lighthouse", (door, now, retry) => Sent(door.Run(Checker, new FileFactCheck(JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["@type"] = "ClaimReview",
            ["url"] = $"https://{Host}/2026/lighthouse",
            ["claimReviewed"] = Lighthouse,
            ["datePublished"] = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["inLanguage"] = "en",
            ["author"] = new { name = "Tidemark", url = $"https://{Host}" },
            ["reviewRating"] = new { alternateName = "True", ratingValue = 1, bestRating = 5, worstRating = 1 },
        }), [Post(7)]), retry))),
        new(TimeSpan.FromDays(0.4), "check-dispute", (door, _, retry) => Dispute(door, retry)),
    ];

    // The one that was named holds that the rating is wrong, and waits for an answer.
    private static async Task Dispute(IUseCases door, IdempotencyKey retry)
    {
        var author = new AccountId($"acc-{Posts[0].Handle}");
        var status = await Sent(door.Run(new Actor.Member(author), new AccountStatus(author)));
        await Sent(door.Run(new Actor.Member(author), new FileDispute(
            status.Content.Single(x => x.Id == Post(0)).DecisionId!.Value, author,
            "The museum itself writes that it bought the engine in spring. Nobody on the quay has heard of another one.", ["https://harbour-museum.example/news/an-engine-arrives"]), retry));
    }

    private static string[] Lines(int number, DateTimeOffset now)
    {
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (handle, text, followers, language, _) = Posts[number];
        return [.. new object[]
        {
            new { account = new { id = $"acc-{handle}", handle, followerCount = followers, language, createdAt = at, observedAt = at } },
            new { content = new { id = Post(number).Value, authorId = $"acc-{handle}", kind = "post", text, language, createdAt = at, observedAt = at } },
        }.Select(x => JsonSerializer.Serialize(x))];
    }

    private static ContentId Post(int number) => new($"checked-{number:00}");

    private static async Task<T> Sent<T>(Task<Result<T>> answer) => (await answer).Match(
        x => x, refused => throw new InvalidOperationException($"The checks of the demo cannot be told: {refused.Code}. {refused.Words}"));
}
