using Moderation.Accounts;
using Moderation.Content;

namespace Moderation.Tests.Content;

public sealed class IsEmptyTests : InAWorld
{
    [Fact]
    public async Task Before_anything_came_it_is() => Assert.True(await world.Do(World.Product, new IsEmpty()));

    [Fact]
    public async Task One_account_is_something()
    {
        await world.Do(World.Platform, new PutAccount(new("nova"), "nova"));
        Assert.False(await world.Do(World.Product, new IsEmpty()));
    }

    [Fact]
    public async Task One_post_is_something()
    {
        await world.Do(World.Platform, new PutContent(new("post-1"), new("nova"), ContentKind.Post, Now));
        Assert.False(await world.Do(World.Product, new IsEmpty()));
    }
}
