using Moderation.Guidelines;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class SaveViewTests : InAWorld
{
    [Fact]
    public async Task A_view_is_its_owners_alone_and_says_what_it_was_told()
    {
        var filter = new QueueFilter("unrouted", "nl", "spam", Severity.Low, CaseSource.Member, RoutedKind.Reel, Now, Now.AddDays(1), WaitingState.Open, 4);
        var id = await world.Do(World.Moderator, new SaveView(" Dutch spam ", filter));

        Assert.Equal([new(id, "Dutch spam", filter)], await world.Do(World.Moderator, new SavedViews()));
        Assert.Empty(await world.Do(World.OtherModerator, new SavedViews()));
    }

    [Fact]
    public async Task A_name_is_given_once_and_there_is_an_end_to_them()
    {
        for (var i = 0; i < SavedView.MaxViews; i++)
            await world.Do(World.Moderator, new SaveView($"View {i}", QueueFilter.All));

        Assert.Equal(ReviewErrors.ViewNameTaken, await world.Refuse(World.Moderator, new SaveView("View 1", QueueFilter.All)));
        Assert.Equal(ReviewErrors.TooManyViews, await world.Refuse(World.Moderator, new SaveView("One more", QueueFilter.All)));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        Assert.Equal(["name"], FieldsOf(await world.Refuse(World.Moderator, new SaveView("", QueueFilter.All))));
        Assert.Equal(["filter.dueWithinHours"], FieldsOf(await world.Refuse(World.Moderator, new SaveView("x", new(DueWithinHours: -1)))));
    }
}
