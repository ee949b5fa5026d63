using System.Text.Json;

namespace Moderation.Web.Tests.Platform;

public sealed class ActivityTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private const string At = "2026-01-01T00:00:00Z";

    // Long ago is too old for acts, not for follows and choices.
    private static string Lately => DateTimeOffset.UtcNow.AddDays(-1).ToString("O");

    [Fact]
    public async Task Acts_follows_and_choices_come_many_at_once_and_again_without_effect()
    {
        var (viewer, at) = (ApiWorld.Fresh("viewer"), Lately);
        (string Path, object[] Body)[] calls =
        [
            ("/interactions",
            [
                new { viewer, content = "c", kind = "like", surface = "explore", at, device = "phone" },
                new { viewer, content = "c", kind = "audioPage", at },
                new { viewer, content = "c", kind = "watchThrough", value = 0.5, at, surface = (string?)null },
            ]),
            ("/follows", [new { from = viewer, to = "b", at = At }, new { from = viewer, to = "d", at = At, undone = true }, new { from = "b", to = viewer, at = At }]),
            ("/viewer-choices",
            [
                new { viewer, target = "b", choice = "closeFriend", at = At },
                new { viewer, target = "c", choice = "notInterested", at = At },
                new { viewer, choice = "politics", setting = "limit", at = At },
            ]),
        ];
        foreach (var (path, body) in calls)
        {
            var first = (await world.Post(path, body)).Expect(202);
            var again = (await world.Post(path, body)).Expect(202);
            Assert.Equal((3, 0), (first["accepted"].GetInt32(), first["duplicates"].GetInt32()));
            Assert.Equal((0, 3), (again["accepted"].GetInt32(), again["duplicates"].GetInt32()));
        }
    }

    [Fact]
    public async Task Too_many_and_what_cannot_be_are_refused()
    {
        var act = new { viewer = "v", content = "c", kind = "like", at = Lately };
        var reply = await world.Refuses(400, "request.invalid", () => world.Post("/interactions", Enumerable.Repeat(act, 1001)));
        Assert.Contains("1000", reply.Text("detail"), StringComparison.Ordinal);
        await world.Refuses(400, "request.invalid", () => world.Post("/interactions", new object?[] { act, null }));
        await world.Refuses(400, "request.malformed", () => world.Post("/interactions", act));
        await world.Refuses(400, "request.invalid", () => world.Post("/follows", new[] { new { from = "a", to = "a", at = At } }));
        await world.Refuses(422, "activity.inFuture", () => world.Post("/follows", new[] { new { from = "a", to = "b", at = "2999-01-01T00:00:00Z" } }));
    }

    [Fact]
    public async Task The_contract_describes_them()
    {
        using var description = await JsonDocument.ParseAsync(await world.Http.GetStreamAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var paths = description.RootElement.GetProperty("paths");
        foreach (var path in new[] { "/interactions", "/follows", "/viewer-choices" })
        {
            var call = paths.GetProperty($"/api/v1{path}").GetProperty("post");
            Assert.Equal("array", call.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("type").GetString());
            Assert.True(call.GetProperty("responses").TryGetProperty("202", out _));
        }

        Assert.Contains("watchThrough", description.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}
