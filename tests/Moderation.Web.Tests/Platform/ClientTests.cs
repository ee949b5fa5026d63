using Moderation.Client;
using Moderation.Ranking;

namespace Moderation.Web.Tests.Platform;

public sealed class ClientTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private ModerationClient Client => new(ModerationClient.Authorize(new() { BaseAddress = world.Http.BaseAddress }, ApiWorld.Key));

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b?c#d%2Fe")]
    [InlineData("%00 and +")]
    [InlineData("..")]
    [InlineData("😀/ünï")]
    public async Task What_a_host_tells_is_what_a_ranker_gets(string id)
    {
        await Client.PutAccount($"{id}", new("handle"));
        var told = await Client.PutContent(id, new(id, "post", DateTimeOffset.UnixEpoch, "Hello"));
        var report = await Client.Report(new(new("content", id), Guideline: "fraud"), retry: Guid.NewGuid().ToString());
        var verdicts = await Client.CheckEligibility(new(Surface.Feed, [new(id)], Viewer.Adult));

        Assert.Equal((id, "yes"), (told.Id, told.Publish));
        Assert.NotNull(report.CaseId);
        Assert.Equal((0, VerdictAction.Allow), (verdicts.Unknown, Assert.Single(verdicts.Verdicts).Action));
    }

    [Fact]
    public async Task A_refusal_has_its_code()
    {
        var refused = await Assert.ThrowsAsync<ModerationException>(() => Client.Report(new(new("content", "x"), Guideline: "no-such")));

        Assert.Equal((422, "guideline.unknown"), (refused.Status, refused.Code));
    }
}
