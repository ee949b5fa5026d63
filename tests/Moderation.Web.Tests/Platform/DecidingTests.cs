using System.Text.Json;

namespace Moderation.Web.Tests.Platform;

public sealed class DecidingTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly string[] FeedAndExplore = ["feed", "explore"];
    private static readonly string[] Dutch = ["NL"];
    private static readonly string[] NoQueue = ["no-such-queue"];

    [Fact]
    public async Task A_decision_is_made_shown_and_taken_back()
    {
        var (content, author) = await world.Content();
        var made = (await world.Decide(content, new { revision = 1, automation = "partial", detector = "scam-net" })).Expect(201);
        var id = made.Text("id");

        Assert.Equal(("fraud", "violates", "partial", 1), (made.Text("guideline"), made.Text("finding"), made.Text("automation"), made["revision"].GetInt32()));
        Assert.Equal(author, made.Text("author"));
        Assert.Contains(made["outcomes"].EnumerateArray(), x => x.GetProperty("kind").GetString() == "removed");

        var file = (await world.Get($"/decisions/{id}")).Expect(200);
        Assert.NotEmpty(file.Text("ruleText"));
        Assert.True(file["rulebookVersion"].GetInt32() >= 1);
        Assert.Equal(64, file.Text("evidenceDigest").Length);
        Assert.Equal(7, file["statementOfReasons"].GetProperty("rows").GetArrayLength());
        Assert.True(file["appeal"].GetProperty("canAppeal").GetBoolean());

        var overturned = (await world.Post($"/decisions/{id}/overturn", new { reason = "A mistake.", by = "lead" })).Expect(200);
        Assert.Equal((id, "overturned"), (overturned.Text("id"), overturned.Text("state")));
        Assert.Equal(made["outcomes"].GetArrayLength(), overturned["lifted"].GetArrayLength());
    }

    [Fact]
    public async Task Outcomes_can_be_asked_for()
    {
        var (content, _) = await world.Content();
        var made = await world.Decide(content, new
        {
            guideline = "rec-clickbait",
            finding = "notRecommendable",
            automation = "full",
            outcomes = new[] { new { kind = "demoted", on = "content", surfaces = FeedAndExplore, weight = 0.3, audience = "everyone", territories = Dutch } },
        });

        var outcome = Assert.Single(made.Expect(201)["outcomes"].EnumerateArray());
        Assert.Equal(("demoted", 0.3), (outcome.GetProperty("kind").GetString(), outcome.GetProperty("weight").GetDouble()));
        Assert.Equal(FeedAndExplore, outcome.GetProperty("surfaces").EnumerateArray().Select(x => x.GetString()!));
    }

    [Fact]
    public async Task An_appeal_is_filed_shown_and_withdrawn()
    {
        var (decision, _, author) = await world.Decided();
        var filed = (await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = "It was a joke." })).Expect(201);
        var id = filed.Text("appealId");

        Assert.Equal((id, "filed"), (filed.Text("id"), filed.Text("state")));
        Assert.EndsWith("Z", filed.Text("dueAt"), StringComparison.Ordinal);
        var shown = (await world.Get($"/appeals/{id}")).Expect(200);
        Assert.Equal((decision, author, "It was a joke."), (shown.Text("decisionId"), shown.Text("appellantId"), shown.Text("statement")));
        Assert.Equal("withdrawn", (await world.Post($"/appeals/{id}/withdraw")).Expect(200).Text("state"));
    }

    [Theory]
    [InlineData("upheld", null, 0)]
    [InlineData("overturned", null, 2)]
    [InlineData("partlyOverturned", "strike", 1)]
    [InlineData("inadmissible", null, 0)]
    public async Task An_appeal_is_ruled_on(string ruling, string? outcome, int lifted)
    {
        var (id, decision, _) = await world.Appealed();
        var ruled = await world.Post($"/appeals/{id}/rule", new { ruling, outcomes = outcome is null ? null : new[] { outcome }, reason = "We looked.", reviewer = "heron" });

        Assert.Equal((id, ruling, decision), (ruled.Expect(200).Text("appealId"), ruled.Text("ruling"), ruled.Text("decisionId")));
        Assert.Equal(lifted, ruled["lifted"].GetArrayLength());
    }

    [Fact]
    public async Task A_reporter_appeals_what_was_not_acted_on()
    {
        var (content, _) = await world.Content();
        var report = (await world.Post("/reports", new { subject = ApiWorld.Subject(content), reporterId = "reporter", source = "member" })).Expect(202);
        var (number, held) = await Claim(content);
        (await world.Post($"/review/cases/{held}/decide", new { reviewer = "kestrel", claimNumber = number, guideline = "fraud", finding = "doesNotViolate", rationale = "Fine." })).Expect(201);

        (await world.Post("/appeals", new { reportId = report.Text("id"), appellantId = "reporter", statement = "Look again." })).Expect(201);
    }

    [Fact]
    public async Task A_case_is_claimed_renewed_handed_on_given_back_and_decided()
    {
        var (id, number, content) = await world.Claimed();
        object hold = new { reviewer = "kestrel", claimNumber = number };

        Assert.Equal(number, (await world.Post($"/review/cases/{id}/renew", hold)).Expect(200)["claimNumber"].GetInt64());
        Assert.Equal(id, (await world.Post($"/review/cases/{id}/release", hold)).Expect(200).Text("caseId"));

        var (again, sameCase) = await Claim(content);
        var decided = await world.Post($"/review/cases/{sameCase}/decide", new
        {
            reviewer = "kestrel",
            claimNumber = again,
            revision = 1,
            guideline = "fraud",
            finding = "violates",
            rationale = "Too good.",
            outcomes = new[] { new { kind = "demoted", weight = 0.5 } },
        });
        Assert.Equal("fraud", decided.Expect(201).Text("guideline"));

        var (handed, handedNumber, _) = await world.Claimed();
        (await world.Post($"/review/cases/{handed}/escalate", new { reviewer = "kestrel", claimNumber = handedNumber, question = "Is it?" })).Expect(200);
    }

    [Fact]
    public async Task Nothing_waits_for_who_may_see_nothing()
    {
        var reply = await world.Post("/review/claims", new { reviewer = "kestrel", queues = NoQueue, languages = Dutch });

        Assert.Equal((204, JsonValueKind.Undefined), ((int)reply.Status, reply.Json.ValueKind));
    }

    private async Task<(long Number, string Case)> Claim(string content)
    {
        while ((await world.Post("/review/claims", new { reviewer = "kestrel" })).Expect(200) is var claim)
            if (claim["case"].GetProperty("subject").GetProperty("id").GetString() == content)
                return (claim["claimNumber"].GetInt64(), claim.Text("caseId"));
        throw new InvalidOperationException("The case did not come.");
    }
}
