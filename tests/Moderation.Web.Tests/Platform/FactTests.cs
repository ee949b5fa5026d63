namespace Moderation.Web.Tests.Platform;

public sealed class FactTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task What_was_measured_is_judged_at_once_and_shown()
    {
        var author = await world.Account();
        var id = ApiWorld.Fresh("reel");
        (await world.Put($"/content/{id}", new { authorId = author, kind = "reel", createdAt = "2026-01-01T00:00:00Z", media = new[] { new { id = "video-one", kind = "video" } } })).Expect(201);
        Assert.All((await world.Get($"/content/{id}/facts")).Expect(200)["rules"].EnumerateArray(), x => Assert.Equal("unknown", x.GetProperty("verdict").GetString()));

        (await world.Post($"/content/{id}/facts", new { revision = 1, source = "our encoder", facts = new[] { new { kind = "muted", measure = 1, mediaId = "video-one" } } })).Expect(202);

        var muted = (await world.Get($"/content/{id}/facts")).Expect(200)["rules"].EnumerateArray().Single(x => x.GetProperty("rule").GetString() is "reels.muted");
        Assert.Equal(("notRecommended", "our encoder"), (muted.GetProperty("verdict").GetString(), muted.GetProperty("source").GetString()));
        var verdict = (await world.Post("/eligibility", new { surface = "reels", viewer = new { age = 30 }, candidates = new[] { new { content = id } } })).Expect(200)["verdicts"][0];
        Assert.Equal(("drop", "rec-muted"), (verdict.GetProperty("action").GetString(), verdict.GetProperty("grounds")[0].GetString()));
        Assert.Equal("decision.revisionChanged", (await world.Post($"/content/{id}/facts", new { revision = 2, source = "x", facts = new[] { new { kind = "muted", measure = 0, mediaId = "video-one" } } })).Expect(409).Code);
    }
}
