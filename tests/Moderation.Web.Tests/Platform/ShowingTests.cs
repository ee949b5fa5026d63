using System.Text.Json;

namespace Moderation.Web.Tests.Platform;

public sealed class ShowingTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Verdicts_come_in_the_order_of_the_candidates()
    {
        var (_, removed, author) = await world.Decided();
        var reply = (await world.Post("/eligibility", new
        {
            surface = "feed",
            viewer = new { id = "v", age = 30, country = "NL", sensitivity = "standard", politics = "show" },
            candidates = new object[] { new { content = "nobody-knows" }, new { content = removed, author = "another", follows = true }, new { account = author } },
        })).Expect(200);

        var verdicts = reply["verdicts"].EnumerateArray().ToArray();
        // What was removed was a breach, so for a while its author is not put before people who did not ask.
        Assert.Equal(["allow", "drop", "drop"], verdicts.Select(x => x.GetProperty("action").GetString()!));
        Assert.Equal([1, 0, 0], verdicts.Select(x => x.GetProperty("weight").GetDouble()));
        Assert.Equal(["fraud"], verdicts[1].GetProperty("grounds").EnumerateArray().Select(x => x.GetString()!));
        Assert.Equal(["action", "weight", "labels", "grounds"], verdicts[0].EnumerateObject().Select(x => x.Name));
        Assert.True(reply["version"].GetInt64() > 0);
        Assert.Equal(1, reply["unknown"].GetInt32());
    }

    [Fact]
    public async Task Nobody_may_be_looking()
    {
        var reply = await world.Post("/eligibility", (object)"""{"surface":"explore","viewer":null,"at":"2026-01-01T00:00:00Z","candidates":[{"content":"x"}]}""");

        Assert.Equal(1, reply.Expect(200)["verdicts"].GetArrayLength());
    }

    [Fact]
    public async Task A_standing_is_explained_now_then_and_by_what_is_known_today()
    {
        var (decision, content, author) = await world.Decided();
        var before = Uri.EscapeDataString(world.Host.Clock.GetUtcNow().AddDays(-1).ToString("O"));

        var now = (await world.Get($"/eligibility/content/{content}")).Expect(200);
        var removed = now["standing"].EnumerateArray().First(x => x.GetProperty("kind").GetString() == "removed");
        Assert.Equal((decision, "fraud"), (removed.GetProperty("decisionId").GetString(), removed.GetProperty("guideline").GetString()));
        Assert.Equal("drop", now["verdicts"].GetProperty("feed").GetProperty("action").GetString());
        Assert.Equal(0, (await world.Get($"/eligibility/content/{content}?at={before}")).Expect(200)["standing"].GetArrayLength());
        Assert.Equal(0, (await world.Get($"/eligibility/content/{content}?at={before}&known={before}")).Expect(200)["standing"].GetArrayLength());
        Assert.Equal("strike", (await world.Get($"/eligibility/account/{author}")).Expect(200)["standing"][0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_surface_gets_its_order_and_what_was_left_out()
    {
        var (_, removed, author) = await world.Decided();
        var reply = (await world.Post("/rank/reels", new
        {
            viewer = new { id = "v", age = 30 },
            order = "chronological",
            limit = 5,
            candidates = new[]
            {
                new { content = "older", author = "somebody-else", createdAt = "2026-01-01T00:00:00Z" },
                new { content = removed, author, createdAt = "2026-01-03T00:00:00Z" },
                new { content = "newer", author = "somebody-else", createdAt = "2026-01-02T00:00:00Z" },
            },
        })).Expect(200);

        Assert.Equal(["newer", "older"], reply["items"].EnumerateArray().Select(x => x.GetProperty("content").GetString()!));
        Assert.All(reply["items"].EnumerateArray(), x => Assert.True(x.GetProperty("value").GetDouble() > 0 && x.GetProperty("because").ValueKind is JsonValueKind.Array));
        var left = Assert.Single(reply["left"].EnumerateArray());
        Assert.Equal(removed, left.GetProperty("content").GetString());
        Assert.Equal(["account.not-recommended", "fraud"], left.GetProperty("grounds").EnumerateArray().Select(x => x.GetString()!));
        Assert.True(reply["version"].GetInt64() > 0);
    }

    [Fact]
    public async Task A_member_sees_what_limits_them_and_what_they_were_told()
    {
        var (decision, content, author) = await world.Decided();
        var status = (await world.Get($"/accounts/{author}/status")).Expect(200);

        Assert.False(status["inGoodStanding"].GetBoolean());
        Assert.Equal((decision, "fraud"), (status["strikes"][0].GetProperty("decisionId").GetString(), status["strikes"][0].GetProperty("guideline").GetString()));
        var post = status["content"][0];
        Assert.Equal((content, decision), (post.GetProperty("id").GetString(), post.GetProperty("decisionId").GetString()));
        Assert.Equal(decision, post.GetProperty("decisionIds")[0].GetString());
        Assert.Equal("fraud", post.GetProperty("verdicts").GetProperty("explore").GetProperty("grounds")[0].GetString());
        Assert.True(post.GetProperty("appeal").GetProperty("canAppeal").GetBoolean());
        Assert.False(status["recommendable"].GetProperty("account").GetBoolean());
        Assert.StartsWith("wait:", status["recommendable"].GetProperty("cure").GetString(), StringComparison.Ordinal);

        var notices = (await world.Get($"/accounts/{author}/notices?after=0")).Expect(200);
        var told = notices["notices"][0];
        Assert.Equal(decision, told.GetProperty("decisions")[0].GetString());
        Assert.Equal(0, (await world.Get($"/accounts/{author}/notices?after={told.GetProperty("sequence")}")).Expect(200)["notices"].GetArrayLength());
    }

    [Fact]
    public async Task A_link_signs_a_member_in_and_may_lead_to_a_decision()
    {
        var (decision, _, author) = await world.Decided();
        var plain = (await world.Post($"/accounts/{author}/sign-in-links")).Expect(201);
        var leading = (await world.Post($"/accounts/{author}/sign-in-links", new { decisionId = decision })).Expect(201);

        Assert.Matches("^http://[^/]+/sign-in/link/[A-Za-z0-9_-]{43}$", plain.Text("url"));
        Assert.EndsWith($"?decision={decision}", leading.Text("url"), StringComparison.Ordinal);
        Assert.True(plain["expiresAt"].GetDateTimeOffset() > world.Host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_feed_tells_in_order_what_happened()
    {
        var (decision, content, _) = await world.Decided();
        var (events, next) = (new List<JsonElement>(), 0L);
        while ((await world.Get($"/events?after={next}")).Expect(200) is var page && page["next"].ValueKind is JsonValueKind.Number)
        {
            events.AddRange(page["events"].EnumerateArray());
            next = page["next"].GetInt64();
        }

        var made = Assert.Single(events, x => x.GetProperty("type").GetString() == "decision.made"
            && x.GetProperty("subject").GetProperty("id").GetString() == content);
        Assert.Equal(1, made.GetProperty("sequence").GetInt64());
        Assert.Contains(decision, made.GetProperty("data").ToString(), StringComparison.Ordinal);
        Assert.Equal(events.Select(x => x.GetProperty("position").GetInt64()).Order(), events.Select(x => x.GetProperty("position").GetInt64()));
    }

    [Fact]
    public async Task A_directory_tells_who_works_here()
    {
        var id = ApiWorld.Fresh("staff");
        object body = new { displayName = "Ada", pseudonym = "Finch", roles = new[] { "moderator", "appealReviewer" }, languages = new[] { "nl" }, skills = new[] { "law" }, active = true };

        Assert.Equal(id, (await world.Put($"/staff/{id}", body)).Expect(201).Text("id"));
        (await world.Put($"/staff/{id}", body)).Expect(200);
        (await world.Put($"/trusted-flaggers/{id}", new { name = "Ada", active = true })).Expect(201);
        (await world.Put($"/trusted-flaggers/{id}", new { name = "Ada", active = false })).Expect(200);
    }
}
