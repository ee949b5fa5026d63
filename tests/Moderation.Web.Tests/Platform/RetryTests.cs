using Microsoft.Extensions.DependencyInjection;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Web.Tests.Platform;

public sealed class RetryTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Sent_again_it_is_answered_alike_and_has_one_effect()
    {
        var (decision, content, author) = await world.Decided();
        object appeal = new { decisionId = decision, appellantId = author, statement = "Please." };
        foreach (var (path, body, status) in new (string, object, int)[]
        {
            ("/reports", new { subject = ApiWorld.Subject(content), source = "member" }, 202),
            ("/signals", new { subject = ApiWorld.Subject(content), detector = "d", version = "1", label = "l", score = 1 }, 202),
            ("/appeals", appeal, 201),
            ($"/accounts/{author}/sign-in-links", new { }, 201),
            ("/decisions", new { subject = ApiWorld.Subject(content), guideline = "spam", finding = "violates", rationale = "r", automation = "full" }, 201),
            ("/review/claims", new { reviewer = "kestrel" }, 200),
            ($"/decisions/{decision}/overturn", new { reason = "r", by = "b" }, 200),
        })
        {
            var key = Guid.NewGuid().ToString();
            var first = (await world.Post(path, body, retry: key)).Expect(status);
            var stored = world.Stored();
            var second = (await world.Post(path, body, retry: key)).Expect(status);

            Assert.Equal(first.Json.ToString(), second.Json.ToString());
            Assert.Equal(stored, world.Stored());
        }
    }

    [Fact]
    public async Task The_same_key_with_something_else_is_refused()
    {
        var (content, _) = await world.Content();
        var key = Guid.NewGuid().ToString();
        (await world.Post("/reports", new { subject = ApiWorld.Subject(content), details = "one" }, retry: key)).Expect(202);

        await world.Refuses(422, "idempotency.mismatch", () =>
            world.Post("/reports", new { subject = ApiWorld.Subject(content), details = "two" }, retry: key));
        await world.Refuses(422, "idempotency.mismatch", () => world.Post(
            "/signals", new { subject = ApiWorld.Subject(content), detector = "d", version = "1", label = "l", score = 1 }, retry: key));
    }

    [Fact]
    public async Task While_the_first_still_runs_the_second_is_sent_away()
    {
        var (content, _) = await world.Content();
        object report = new { subject = ApiWorld.Subject(content), source = "member" };
        var turn = await world.Host.Services.GetRequiredService<DatabaseProvider>().EnterWrite(default);
        var first = world.Post("/reports", report, retry: "running");
        await Task.Delay(200);

        await world.Refuses(409, "idempotency.inFlight", () => world.Post("/reports", report, retry: "running"));

        turn!.Dispose();
        (await first).Expect(202);
        Assert.Equal((await first).Json.ToString(), (await world.Post("/reports", report, retry: "running")).Json.ToString());
    }

    [Fact]
    public async Task Two_programs_may_use_the_same_key()
    {
        var (content, _) = await world.Content();
        var (one, other) = (await world.KeyOf("one", Scope.Platform), await world.KeyOf("other", Scope.Platform));

        var first = await world.Post("/reports", new { subject = ApiWorld.Subject(content), details = "one" }, one.Secret, "same");
        var second = await world.Post("/reports", new { subject = ApiWorld.Subject(content), details = "two" }, other.Secret, "same");

        Assert.NotEqual(first.Expect(202).Text("id"), second.Expect(202).Text("id"));
    }

    [Fact]
    public async Task A_refused_request_may_be_put_right_under_its_key()
    {
        var (content, _) = await world.Content();
        await world.Refuses(422, "guideline.unknown", () => world.Post("/reports", new { subject = ApiWorld.Subject(content), guideline = "no" }, retry: "right"));

        (await world.Post("/reports", new { subject = ApiWorld.Subject(content), guideline = "fraud" }, retry: "right")).Expect(202);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("tab\there")]
    public Task A_key_is_made_of_visible_characters(string key) => world.Refuses(400, "idempotency.keyInvalid", () =>
        world.Post("/reports", new { subject = ApiWorld.Subject("x") }, retry: key));

    [Fact]
    public Task A_key_is_not_endless() => world.Refuses(400, "idempotency.keyInvalid", () =>
        world.Post("/reports", new { subject = ApiWorld.Subject("x") }, retry: new string('k', 256)));

    [Fact]
    public async Task Questions_and_imports_leave_the_key_aside()
    {
        (await world.Post("/eligibility", new { surface = "feed", candidates = new[] { new { content = "x" } } }, retry: "two words")).Expect(200);
        (await world.Post("/rank/feed", new { limit = 1 }, retry: "two words")).Expect(200);
        (await world.Send("POST", "/import", "", retry: "two words", type: "application/x-ndjson")).Expect(200);
    }
}
