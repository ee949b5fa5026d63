using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class MoveViewTests : InAWorld
{
    [Fact]
    public async Task A_view_is_put_at_another_place()
    {
        var one = await world.Do(World.Moderator, new SaveView("one", QueueFilter.All));
        await world.Do(World.Moderator, new SaveView("two", QueueFilter.All));

        await world.Do(World.Moderator, new MoveView(one, 9));
        Assert.Equal(["two", "one"], await Names());
        await world.Do(World.Moderator, new MoveView(one, 0));
        Assert.Equal(["one", "two"], await Names());
        Assert.Equal(ReviewErrors.UnknownView, await world.Refuse(World.OtherModerator, new MoveView(one, 0)));
    }

    private async Task<string[]> Names() => [.. (await world.Do(World.Moderator, new SavedViews())).Select(x => x.Name)];
}
