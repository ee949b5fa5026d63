using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class AssignWaitingTests : InAQueue
{
    [Fact]
    public async Task What_waits_is_handed_to_who_is_here_and_kept_for_them_for_ten_minutes()
    {
        var @case = await Waiting();
        Assert.Equal(0, await Assign());
        await Come(World.Moderator);
        Assert.Equal(1, await Assign());

        Assert.Equal(ReviewErrors.Kept, await world.Refuse(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, @case)));
        world.Clock.Pass(TimeSpan.FromMinutes(10));
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
    }

    [Fact]
    public async Task Who_let_it_pass_is_not_handed_it_again()
    {
        var @case = await Waiting();
        await Come(World.Moderator);
        await Assign();
        world.Clock.Pass(TimeSpan.FromMinutes(10));
        await Come(World.Moderator);
        Assert.Equal(0, await Assign());

        await Come(World.OtherModerator);
        Assert.Equal(1, await Assign());
        Assert.Equal(World.OtherModerator.Id, Stored(@case).KeptFor(Now));
    }

    [Fact]
    public async Task Nobody_gets_more_than_they_can_do_at_once()
    {
        for (var i = 0; i < 4; i++)
            await Waiting($"post-{i}");
        await world.Do(World.Lead, new SetCapacity(World.Moderator.Id, 3));
        await Come(World.Moderator);
        await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));

        Assert.Equal(2, await Assign());
        Assert.Equal(0, await Assign());
    }

    [Fact]
    public async Task Only_queues_that_hand_out_are_handed_out()
    {
        Open("taken", autoAssign: false);
        Put(await Report(await world.Post()), "taken");
        await Come(World.Moderator);
        Assert.Equal(0, await Assign());
    }

    [Fact]
    public async Task Nobody_is_handed_what_is_their_own()
    {
        await Waiting();
        await Come(await Hire("robin", [Role.Moderator], World.Author));
        Assert.Equal(0, await Assign());
    }

    [Fact]
    public async Task Who_goes_away_gives_back_what_was_handed_to_them_and_gets_nothing_more()
    {
        var @case = await Waiting();
        await Come(World.Moderator);
        await Assign();
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));

        Assert.Null(Stored(@case).KeptFor(Now));
        Assert.Equal(0, await Assign());
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
    }

    [Fact]
    public async Task Who_loses_the_right_or_the_language_gives_it_back()
    {
        var @case = await Waiting();
        var robin = await Hire("robin", [Role.Moderator]);
        await Come(robin);
        await Assign();
        await world.Do(World.Product, new PutStaff(robin.Id, "robin", null, [Role.Moderator], ["nl"], null, Active: true));
        Assert.Equal(robin.Id, Stored(@case).KeptFor(Now));
        await world.Do(World.Product, new PutStaff(robin.Id, "robin", null, [Role.AppealReviewer], null, null, Active: true));
        Assert.Null(Stored(@case).KeptFor(Now));
    }

    [Fact]
    public async Task What_somebody_holds_who_works_here_no_more_waits_again_at_once()
    {
        var robin = await Hire("robin", [Role.Moderator]);
        var claim = await world.Claimed(robin);
        await world.Do(World.Product, new PutStaff(robin.Id, "robin", null, [Role.Moderator], null, null, Active: false));

        Assert.Equal(claim.ClaimNumber + 2, (await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id))).ClaimNumber);
    }

    private async Task<CaseId> Waiting(string id = "post-1")
    {
        if (world.Read(db => !db.Set<Queue>().Any()))
            Open(autoAssign: true);
        var @case = await Report(await world.Post(id));
        Put(@case);
        return @case;
    }

    private Task<Done> Come(Actor.Staff who) => world.Do(who, new BeHere(new(Guid.NewGuid())));

    private async Task<int> Assign() => (await world.Do(World.Product, new AssignWaiting())).Assigned;
}
