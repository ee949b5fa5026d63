namespace Moderation.Web.Tests.Platform;

public sealed class FactCheckTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task A_check_labels_is_shown_as_it_came_and_is_withdrawn()
    {
        var (content, _) = await world.Content();
        var made = (await world.Post("/fact-checks", new { claimReview = Review("False", $"https://checks.example/{content}"), contentIds = new[] { content } })).Expect(201);
        Assert.Equal((made.Text("id"), "false"), (made.Text("factCheckId"), made.Text("rating")));
        Assert.Equal(content, Assert.Single(made["labelled"].EnumerateArray()).GetString());

        var file = (await world.Get($"/fact-checks/{made.Text("id")}")).Expect(200);
        Assert.Equal($"https://checks.example/{content}", file["claimReview"].GetProperty("url").GetString());
        var corrected = (await world.Post($"/fact-checks/{made.Text("id")}/corrections", new { reason = "We were wrong.", by = "Harbour Checks" })).Expect(200);
        Assert.Equal(("withdrawn", 1), (corrected.Text("state"), corrected["lifted"].GetArrayLength()));
        Assert.Equal("factCheck.withdrawn", (await world.Post($"/fact-checks/{made.Text("id")}/corrections", new { reason = "Again.", by = "us" })).Expect(409).Code);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_name_or_waits()
    {
        var (content, _) = await world.Content();
        Assert.Equal("factCheck.unknownRating", (await world.Post("/fact-checks", new { claimReview = Review("Four Pinocchios", $"https://checks.example/a{content}"), contentIds = new[] { content } })).Expect(422).Code);
        Assert.Equal("factCheck.unreadable", (await world.Post("/fact-checks", new { claimReview = new { url = "x" } })).Expect(400).Code);
        Assert.Equal("waiting", (await world.Post("/fact-checks", new { claimReview = Review("True", $"https://checks.example/b{content}", 1), contentIds = new[] { content } })).Expect(202).Text("state"));
        (await world.Get("/fact-checks/00000000-0000-7000-8000-000000000000")).Expect(404);
    }

    private static Dictionary<string, object> Review(string word, string url, int? number = null) => new()
    {
        ["@type"] = "ClaimReview",
        ["url"] = url,
        ["claimReviewed"] = "The bridge was sold.",
        ["author"] = "Harbour Checks",
        ["reviewRating"] = number is { } value ? new { alternateName = word, ratingValue = value, bestRating = 6 } : new { alternateName = word },
    };
}
