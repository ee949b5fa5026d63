using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class WakeCaseTests : InAQueue
{
    [Fact]
    public async Task Who_put_it_aside_wakes_it_and_the_rest_of_the_pause_is_given_back()
    {
        var claim = await InScams(World.Moderator, pausesClock: true);
        await world.Do(World.Moderator, Snooze(claim, Now.AddHours(48)));
        world.Clock.Pass(TimeSpan.FromHours(5));
        await world.Do(World.Moderator, new WakeCase(World.Moderator.Id, claim.CaseId));

        var next = await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
        Assert.Equal((claim.CaseId, claim.Case.DueAt.AddHours(5)), (next.CaseId, next.Case.DueAt));
    }

    [Fact]
    public async Task A_lead_wakes_it_a_colleague_does_not()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(2)));

        Assert.Equal(ReviewErrors.NotYourSnooze, await world.Refuse(World.OtherModerator, new WakeCase(World.OtherModerator.Id, claim.CaseId)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.ChildSafety, new WakeCase(World.ChildSafety.Id, new(Guid.NewGuid()))));
        await world.Do(World.Lead, new WakeCase(World.Lead.Id, claim.CaseId));
        Assert.Equal(ReviewErrors.NotSnoozed, await world.Refuse(World.Lead, new WakeCase(World.Lead.Id, claim.CaseId)));
    }

    [Fact]
    public async Task What_woke_by_itself_needs_nobody_to_wake_it()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(2)));
        world.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(ReviewErrors.NotSnoozed, await world.Refuse(World.Moderator, new WakeCase(World.Moderator.Id, claim.CaseId)));
    }
}
