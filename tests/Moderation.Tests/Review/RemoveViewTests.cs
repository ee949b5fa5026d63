using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class RemoveViewTests : InAWorld
{
    [Fact]
    public async Task A_view_goes_when_its_owner_says_so()
    {
        var one = await world.Do(World.Moderator, new SaveView("one", QueueFilter.All));
        await world.Do(World.Moderator, new SaveView("two", QueueFilter.All));

        Assert.Equal(ReviewErrors.UnknownView, await world.Refuse(World.OtherModerator, new RemoveView(one)));
        await world.Do(World.Moderator, new RemoveView(one));
        Assert.Equal(["two"], await Names());
    }

    private async Task<string[]> Names() => [.. (await world.Do(World.Moderator, new SavedViews())).Select(x => x.Name)];
}
