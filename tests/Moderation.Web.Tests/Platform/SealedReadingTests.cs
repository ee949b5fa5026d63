using System.Text.Json;

namespace Moderation.Web.Tests.Platform;

/// <summary>No GET of the API, by a key of any scope, shows a word of what is quarantined.</summary>
public sealed class SealedReadingTests(ApiWorld api) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task No_endpoint_shows_it()
    {
        await api.Send("PUT", "/accounts/seal-author", new { handle = "seal-author" });
        await api.Send("PUT", "/content/seal-item", new
        {
            authorId = "seal-author",
            kind = "post",
            createdAt = "2026-01-01T00:00:00Z",
            text = "A xylograph.",
            media = new[] { new { id = "m", kind = "image", url = "https://pictures.example/quokka.jpg" } },
        });
        await api.Send("POST", "/reports", new { subject = new { kind = "content", id = "seal-item" }, guideline = "child-safety", details = "It is a zeugma." });
        var decided = (await api.Send("POST", "/decisions", new
        {
            subject = new { kind = "content", id = "seal-item" },
            guideline = "child-safety",
            finding = "violates",
            rationale = "The xylograph.",
            automation = "none",
            decidedBy = "wren",
        })).Expect(201).Text("id");
        var appeal = (await api.Send("POST", "/appeals", new { decisionId = decided, appellantId = "seal-author", statement = "My xylograph." })).Expect(201).Text("appealId");

        var description = await JsonDocument.ParseAsync(await api.Http.GetStreamAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var asked = 0;
        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject().Where(x => x.Value.TryGetProperty("get", out _)))
            foreach (var id in new[] { decided, appeal, "seal-item", "seal-author" })
            {
                var address = path.Name.Replace("/api/v1", "", StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal).Replace("{kind}", "content", StringComparison.Ordinal);
                var reply = await api.Send("GET", address);
                asked += (int)reply.Status == 200 ? 1 : 0;
                var said = reply.Json.ValueKind is JsonValueKind.Undefined ? "" : reply.Json.GetRawText();
                Assert.All<string>(["xylograph", "quokka", "zeugma"], x => Assert.False(said.Contains(x, StringComparison.Ordinal), $"{address} says {x}"));
            }

        Assert.True(asked >= 5, $"Only {asked} were answered.");
    }
}
