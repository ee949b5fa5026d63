using Moderation.Content;
using Moderation.FactChecks;

namespace Moderation.Tests.FactChecks;

public sealed class SetClaimAsideTests : OnDoubt
{
    [Fact]
    public async Task What_is_no_claim_waits_no_more_until_it_says_something_else()
    {
        await Ready();
        var post = await Doubted("post", text: "Best soup in town, says me.");
        await world.Do(Checker, new SetClaimAside(post, "An opinion."));
        Assert.Empty(await Queue());
        Assert.Equal(ClaimErrors.NotDoubted, await world.Refuse(Checker, new SetClaimAside(post, "Again.")));
        await Report("post", "one-more");
        Assert.Empty(await Queue());

        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Platform, new PutContent(post, new("by-post"), ContentKind.Post, Now, Text: "The soup cures gout.", ObservedAt: Now));
        Assert.Equal(["post"], await Order());
    }

    [Fact]
    public async Task It_comes_back_when_it_does_four_times_the_harm()
    {
        await Ready();
        var post = await Doubted("post", followers: 990);
        await world.Do(Checker, new SetClaimAside(post, "An opinion."));
        await Followers("post", 3_000);
        Assert.Empty(await Queue());
        await Followers("post", 4_000);
        Assert.Equal(["post"], await Order());
    }
}
