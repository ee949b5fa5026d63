using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class RenameViewTests : InAWorld
{
    [Fact]
    public async Task A_view_gets_another_name_but_not_one_that_is_taken()
    {
        var one = await world.Do(World.Moderator, new SaveView("one", QueueFilter.All));
        await world.Do(World.Moderator, new SaveView("two", QueueFilter.All));

        await world.Do(World.Moderator, new RenameView(one, "Uno"));
        Assert.Equal(["Uno", "two"], await Names());
        Assert.Equal(ReviewErrors.ViewNameTaken, await world.Refuse(World.Moderator, new RenameView(one, "two")));
        Assert.Equal(ReviewErrors.UnknownView, await world.Refuse(World.OtherModerator, new RenameView(one, "Mine")));
    }

    private async Task<string[]> Names() => [.. (await world.Do(World.Moderator, new SavedViews())).Select(x => x.Name)];
}
