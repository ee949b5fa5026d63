using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class UseSignInLinkTests : InAWorld
{
    [Fact]
    public async Task It_opens_once()
    {
        var link = await world.Do(World.Platform, new MakeSignInLink(World.Author));

        Assert.Equal(World.Author, await world.Do(Actor.Anonymous, new UseSignInLink(link.Token)));
        Assert.Equal(PeopleErrors.LinkUsed, await world.Refuse(Actor.Anonymous, new UseSignInLink(link.Token)));
    }

    [Fact]
    public async Task Of_two_who_follow_it_at_once_one_gets_in()
    {
        var link = await world.Do(World.Platform, new MakeSignInLink(World.Author));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Run(Actor.Anonymous, new UseSignInLink(link.Token))));
        Assert.Single(answers, x => !x.IsRefused);
    }

    [Fact]
    public async Task It_ends_at_its_instant()
    {
        var early = await world.Do(World.Platform, new MakeSignInLink(World.Author));
        var late = await world.Do(World.Platform, new MakeSignInLink(World.Author));

        world.Clock.Pass(MakeSignInLink.Lifetime - TimeSpan.FromTicks(1));
        await world.Do(Actor.Anonymous, new UseSignInLink(early.Token));
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(PeopleErrors.LinkUsed, await world.Refuse(Actor.Anonymous, new UseSignInLink(late.Token)));
    }

    [Fact]
    public async Task A_guess_opens_nothing() =>
        Assert.Equal(PeopleErrors.LinkUsed, await world.Refuse(Actor.Anonymous, new UseSignInLink("guess")));
}
