using System.Text.Json;

namespace Moderation.Web.Tests.Platform;

/// <summary>What an account may do, and the course that lifts its warning, as the host platform asks and tells.</summary>
public sealed class PermissionTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly string[] Features = ["post", "story", "reel", "comment", "message", "live", "createAd", "monetise"];

    [Fact]
    public async Task Whom_nothing_limits_may_use_every_feature()
    {
        var reply = (await world.Get($"/accounts/{await world.Account()}/permissions")).Expect(200);

        Assert.Equal(Features.Order(), reply.Json.EnumerateObject().Select(x => x.Name).Order());
        Assert.All(reply.Json.EnumerateObject(), x => Assert.True(x.Value.GetProperty("allowed").GetBoolean(), x.Name));
    }

    [Fact]
    public async Task A_second_strike_takes_live_away_and_says_until_when_and_by_which_decision()
    {
        var author = await Struck(2);
        var live = (await world.Get($"/accounts/{author}/permissions")).Expect(200)["live"];

        Assert.False(live.GetProperty("allowed").GetBoolean());
        var step = (await world.Get($"/decisions/{live.GetProperty("decisionId").GetString()}")).Expect(200);
        var outcome = Assert.Single(step["outcomes"].EnumerateArray());
        Assert.Equal(outcome.GetProperty("from").GetDateTimeOffset().AddDays(1), live.GetProperty("until").GetDateTimeOffset());
        Assert.Equal((2, author), (step["ladderStrikes"].GetInt32(), step["subject"].GetProperty("id").GetString()));
        Assert.True((await Asked(author)).GetProperty("post").GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task Who_is_suspended_may_do_nothing_until_that_is_taken_back()
    {
        var (decision, _, author) = await world.Decided(new { outcomes = new[] { new { kind = "suspended" } }, deviationReason = "A campaign." });
        Assert.All((await Asked(author)).EnumerateObject(), x => Assert.Equal(
            (false, JsonValueKind.Null, decision),
            (x.Value.GetProperty("allowed").GetBoolean(), x.Value.GetProperty("until").ValueKind, x.Value.GetProperty("decisionId").GetString())));

        (await world.Post($"/decisions/{decision}/overturn", new { reason = "A mistake.", by = "lead" })).Expect(200);
        Assert.All((await Asked(author)).EnumerateObject(), x => Assert.True(x.Value.GetProperty("allowed").GetBoolean()));
    }

    [Fact]
    public async Task A_course_lifts_the_warning_once()
    {
        var author = await Struck(1);
        var finished = world.Host.Clock.GetUtcNow();
        var told = (await world.Post($"/accounts/{author}/trainings", new { at = finished })).Expect(201);
        Assert.Equal(finished, told["lapsesAt"].GetDateTimeOffset());
        Assert.Equal("fraud", (await world.Get($"/decisions/{told.Text("warning")}")).Expect(200).Text("guideline"));
        // What is left of it: who broke the rules of late is not put before people who did not ask.
        var status = (await world.Get($"/accounts/{author}/status")).Expect(200);
        Assert.Equal((false, 0), (status["inGoodStanding"].GetBoolean(), status["strikes"].GetArrayLength()));
        Assert.Equal(["notRecommended"], status["accountOutcomes"].EnumerateArray().Select(x => x.GetProperty("kind").GetString()));

        Assert.Equal("training.notCleanLongEnough", (await world.Post($"/accounts/{author}/trainings", new { at = finished })).Expect(409).Code);
        Assert.Equal("training.noFirstWarning", (await world.Post($"/accounts/{author}/trainings", new { })).Expect(409).Code);
    }

    [Fact]
    public async Task A_course_says_when_it_was_and_is_refused_by_name()
    {
        var nobody = await world.Account();
        Assert.Equal("training.noFirstWarning", (await world.Post($"/accounts/{nobody}/trainings", new { })).Expect(409).Code);
        var gravest = await Struck(1, "dangerous-organisations");
        Assert.Equal("training.excluded", (await world.Post($"/accounts/{gravest}/trainings", new { })).Expect(409).Code);
        var author = await Struck(1);
        Assert.Equal("training.inFuture", (await world.Post($"/accounts/{author}/trainings", new { at = world.Host.Clock.GetUtcNow().AddHours(1) })).Expect(400).Code);
        (await world.Post($"/accounts/{author}/trainings", new { at = "soon" })).Expect(400);
        (await world.Post($"/accounts/{author}/trainings")).Expect(201);
    }

    [Fact]
    public async Task The_same_course_sent_twice_with_one_key_is_answered_alike()
    {
        var author = await Struck(1);
        var retry = ApiWorld.Fresh("training");
        var first = (await world.Post($"/accounts/{author}/trainings", new { }, retry: retry)).Expect(201);
        Assert.Equal(first.Json.GetRawText(), (await world.Post($"/accounts/{author}/trainings", new { }, retry: retry)).Expect(201).Json.GetRawText());
    }

    [Fact]
    public async Task Nobody_is_asked_for_whom_we_do_not_know() =>
        Assert.Equal("account.unknown", (await world.Get($"/accounts/{ApiWorld.Fresh("nobody")}/permissions")).Expect(404).Code);

    private async Task<JsonElement> Asked(string account) => (await world.Get($"/accounts/{account}/permissions")).Expect(200).Json;

    private async Task<string> Struck(int times, string guideline = "fraud")
    {
        var author = await world.Account();
        for (var i = 0; i < times; i++)
            (await world.Decide((await world.Content(author: author)).Content, new { guideline })).Expect(201);
        return author;
    }
}
