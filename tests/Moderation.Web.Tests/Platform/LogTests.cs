using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.Platform;

public sealed class LogTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Nothing_that_people_write_nor_any_secret_is_in_the_log()
    {
        const string Handle = "handle-7f3a", Text = "text-91cc", Details = "details-55b0", Statement = "statement-0d1e", Rationale = "rationale-c2c2";
        var author = await world.Account(new { handle = Handle, displayName = Handle });
        var (content, _) = await world.Content(Text, author);
        (await world.Post("/reports", new { subject = ApiWorld.Subject(content), details = Details })).Expect(202);
        var decision = (await world.Decide(content, new { rationale = Rationale })).Expect(201).Text("id");
        (await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = Statement })).Expect(201);
        var link = (await world.Post($"/accounts/{author}/sign-in-links")).Expect(201).Text("url").Split('/')[^1];
        await world.Get("/events", key: "wrong-key-e4e4");
        await world.Send("PUT", $"/accounts/{author}", $$"""{"handle":"{{Handle}}","age":"{{Text}}"}""");
        await world.Send("PUT", $"/accounts/{author}", $$"""{"handle":"{{Handle}}" {{Text}}""");
        var line = System.Text.Json.JsonSerializer.Serialize(new { account = new { id = author, handle = Handle, age = Text } });
        (await world.Send("POST", "/import", line, type: "application/x-ndjson")).Expect(200);
        await world.Run(Actor.Product, new SetSignIn("somebody", "password-8a8a8a8a", new StaffId("kestrel"), null));

        var log = world.Host.Log.Text;

        Assert.NotEmpty(log);
        Assert.All(
            [Handle, Text, Details, Statement, Rationale, link, ApiWorld.Key, "wrong-key-e4e4", "password-8a8a8a8a"],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }
}
