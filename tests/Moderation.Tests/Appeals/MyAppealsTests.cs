using Moderation.Appeals;
using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Tests.Appeals;

public sealed class MyAppealsTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_member_sees_their_appeals_newest_first_with_what_became_of_them()
    {
        var first = await world.Appeal((await world.Decide(await world.Post("post-1"))).Id);
        await world.Rule(first, Ruling.Upheld);
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Appeal((await world.Decide(await world.Post("reel-1", kind: ContentKind.Reel))).Id);

        var rows = await world.Do(World.Member, new MyAppeals());

        Assert.Equal([second, first], rows.Select(x => x.Id));
        Assert.Equal((AppealState.Filed, ContentKind.Reel, "Fraud and scams"), (rows[0].State, rows[0].Kind, rows[0].GuidelineTitle));
        Assert.Equal((AppealState.Ruled, Ruling.Upheld, "We looked again."), (rows[1].State, rows[1].Ruling, rows[1].Reason));
    }

    [Fact]
    public async Task Nobody_sees_those_of_another()
    {
        await world.Appeal((await world.Decide(await world.Post())).Id);

        Assert.Empty(await world.Do(new Actor.Member(new("somebody-else")), new MyAppeals()));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Moderator, new MyAppeals()));
    }
}
