using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class SavedViewsTests : InAWorld
{
    [Fact]
    public async Task Views_stand_in_the_order_they_came_in()
    {
        var one = await world.Do(World.Moderator, new SaveView("one", QueueFilter.All));
        await world.Do(World.Moderator, new SaveView("two", QueueFilter.All));

        Assert.Equal(one, (await world.Do(World.Moderator, new SavedViews()))[0].Id);
        Assert.Equal(["one", "two"], await Names());
    }

    private async Task<string[]> Names() => [.. (await world.Do(World.Moderator, new SavedViews())).Select(x => x.Name)];
}
