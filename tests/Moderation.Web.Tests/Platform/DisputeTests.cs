namespace Moderation.Web.Tests.Platform;

public sealed class DisputeTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task A_rating_is_disputed_followed_and_answered()
    {
        var (content, author) = await world.Content();
        var made = (await world.Post("/fact-checks", new
        {
            claimReview = new Dictionary<string, object>
            {
                ["@type"] = "ClaimReview",
                ["url"] = $"https://checks.example/d{content}",
                ["claimReviewed"] = "The bridge was sold.",
                ["author"] = "Harbour Checks",
                ["reviewRating"] = new { alternateName = "False" },
            },
            contentIds = new[] { content },
        })).Expect(201);
        var items = (await world.Get($"/fact-checks/{made.Text("id")}")).Expect(200)["items"];
        var decision = items[0].GetProperty("decision").GetString();
        var asks = new { decisionId = decision, disputantId = author, statement = "The minutes say so.", links = new[] { "https://archive.example/minutes" } };

        var filed = (await world.Post("/disputes", asks)).Expect(201);
        Assert.Equal((filed.Text("id"), "filed"), (filed.Text("disputeId"), filed.Text("state")));
        Assert.Equal("dispute.alreadyOpen", (await world.Post("/disputes", asks)).Expect(409).Code);
        Assert.Equal("dispute.notYours", (await world.Post("/disputes", asks with { disputantId = "somebody-else" })).Expect(403).Code);
        (await world.Post("/disputes", asks with { links = ["http://archive.example/"] })).Expect(400);
        Assert.Equal("appeal.disputeOpen", (await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = "" })).Expect(409).Code);

        (await world.Post($"/disputes/{filed.Text("id")}/answer", new { answer = "upheld", reason = "We looked again.", by = "Harbour Checks" })).Expect(200);
        var shown = (await world.Get($"/disputes/{filed.Text("id")}")).Expect(200);
        Assert.Equal(("answered", "upheld", "We looked again."), (shown.Text("state"), shown.Text("says"), shown.Text("reason")));
        Assert.Equal("dispute.answered", (await world.Post($"/disputes/{filed.Text("id")}/withdraw", new { })).Expect(409).Code);
        (await world.Get("/disputes/00000000-0000-7000-8000-000000000000")).Expect(404);
        (await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = "" })).Expect(201);
    }
}
