using Moderation.Appeals;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class AppealProgressTests : InAWorld
{
    [Fact]
    public async Task Who_appealed_follows_it_from_filed_to_ruled_without_a_reviewers_name()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        Assert.Equal((AppealState.Filed, null, null), await Progress(appeal) is var x ? (x.State, x.Ruling, x.Reason) : default);
        await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        Assert.Equal(AppealState.InReview, (await Progress(appeal)).State);

        world.Clock.Pass(TimeSpan.FromMinutes(15));
        await world.Rule(appeal, Ruling.Upheld);
        var ruled = await Progress(appeal);
        Assert.Equal((AppealState.Ruled, (Ruling?)Ruling.Upheld, "We looked again.", (DateTimeOffset?)Now), (ruled.State, ruled.Ruling, ruled.Reason, ruled.ClosedAt));
        Assert.DoesNotContain("heron", ruled.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_platform_may_ask_and_no_other_member()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        Assert.Equal(World.Author, (await world.Do(await Program(Scope.Platform), new AppealProgress(appeal))).AppellantId);
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(new Actor.Member(new("other")), new AppealProgress(appeal)));
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Member, new AppealProgress(new(Guid.NewGuid()))));
    }

    private Task<AppealProgress.Answer> Progress(AppealId appeal) => world.Do(World.Member, new AppealProgress(appeal));
}
