using Moderation.People;
using Moderation.Pipeline;
using Moderation.Tests.Review;

namespace Moderation.Tests.People;

public sealed class PlanAbsenceTests : InAWorld
{
    [Fact]
    public async Task Ones_own_one_plans_oneself_anybody_elses_a_lead_does()
    {
        await world.Do(World.Moderator, Plan(World.Moderator));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.Moderator, Plan(World.OtherModerator)));
        await world.Do(World.Lead, Plan(World.OtherModerator));
    }

    [Fact]
    public async Task Two_do_not_overlap_but_may_follow_each_other()
    {
        await world.Do(World.Moderator, Plan(World.Moderator));
        Assert.Equal(PeopleErrors.AbsenceOverlaps, await world.Refuse(World.Moderator, Plan(World.Moderator) with { From = Now.AddDays(2) }));
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now.AddDays(3), Now.AddDays(4)));
    }

    [Fact]
    public async Task It_ends_in_time_to_come_and_within_a_year()
    {
        Assert.Equal(PeopleErrors.AbsenceIsPast, await world.Refuse(World.Moderator, new PlanAbsence(World.Moderator.Id, Now.AddDays(-2), Now)));
        Assert.Equal(["until"], FieldsOf(await world.Refuse(World.Moderator, Plan(World.Moderator) with { Until = Now.AddDays(1) })));
        Assert.Equal(["until"], FieldsOf(await world.Refuse(World.Moderator, Plan(World.Moderator) with { Until = Now.AddDays(400) })));
        Assert.Equal(PeopleErrors.NoSuchPerson, await world.Refuse(World.Lead, Plan(new(new("nobody")))));
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now.AddDays(-2), Now.AddTicks(1)));
    }

    private PlanAbsence Plan(Actor.Staff who) => new(who.Id, Now.AddDays(1), Now.AddDays(3));
}

public sealed class EndAbsenceTests : InAQueue
{
    [Fact]
    public async Task What_has_begun_ends_now_and_what_has_not_never_was()
    {
        var begun = await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));
        var planned = await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now.AddDays(5), Now.AddDays(6)));
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Moderator, new EndAbsence(begun));
        await world.Do(World.Lead, new EndAbsence(planned));

        Assert.Equal(Now, Assert.Single(world.Read(db => db.Set<Absence>().ToList())).Until);
        Assert.Equal(PeopleErrors.UnknownAbsence, await world.Refuse(World.Moderator, new EndAbsence(begun)));
    }

    [Fact]
    public async Task Nobody_ends_a_colleagues()
    {
        var absence = await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));
        Assert.Equal(PeopleErrors.UnknownAbsence, await world.Refuse(World.OtherModerator, new EndAbsence(absence)));
    }
}

public sealed class SetCapacityTests : InAWorld
{
    [Fact]
    public async Task A_lead_says_how_many_at_once_and_takes_it_back()
    {
        await world.Do(World.Lead, new SetCapacity(World.Moderator.Id, 0));
        Assert.Equal(0, Most());
        await world.Do(World.Lead, new SetCapacity(World.Moderator.Id, null));
        Assert.Equal(StaffMember.UsualCapacity, Most());
    }

    [Fact]
    public async Task It_is_kept_within_reason()
    {
        Assert.Equal(["cases"], FieldsOf(await world.Refuse(World.Lead, new SetCapacity(World.Moderator.Id, -1))));
        Assert.Equal(["cases"], FieldsOf(await world.Refuse(World.Lead, new SetCapacity(World.Moderator.Id, 101))));
        Assert.Equal(PeopleErrors.NoSuchPerson, await world.Refuse(World.Lead, new SetCapacity(new("nobody"), 3)));
    }

    private int Most() => world.Read(db => db.Staff.Single(x => x.Id == World.Moderator.Id).MostAtOnce);
}

public sealed class MyAbsencesTests : InAWorld
{
    [Fact]
    public async Task Ones_own_that_are_not_over_the_next_first()
    {
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now.AddDays(5), Now.AddDays(6)));
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));
        await world.Do(World.Lead, new PlanAbsence(World.OtherModerator.Id, Now, Now.AddDays(1)));
        Assert.Equal([Now, Now.AddDays(5)], (await world.Do(World.Moderator, new MyAbsences())).Select(x => x.From));

        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal([Now.AddDays(4)], (await world.Do(World.Moderator, new MyAbsences())).Select(x => x.From));
    }
}
