using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class PeopleOnDutyTests : InAQueue
{
    [Fact]
    public async Task Who_is_here_has_what_and_is_free_for_what()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid()), claim.CaseId));
        Open("plain");
        Open("skilled", skill: "fraud");
        Open("closed", members: World.OtherModerator.Id);

        var kestrel = await Person("kestrel");
        Assert.Equal((true, false, 1, StaffMember.UsualCapacity), (kestrel.IsHere, kestrel.IsAway, kestrel.Load, kestrel.Capacity));
        Assert.Equal([claim.CaseId], kestrel.Holds);
        Assert.Equal(["plain", "unrouted"], kestrel.FreeFor.Order(StringComparer.Ordinal));
        Assert.Empty((await Person("plover")).FreeFor);
    }

    [Fact]
    public async Task Who_is_full_or_away_is_free_for_nothing()
    {
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid())));
        Assert.NotEmpty((await Person("kestrel")).FreeFor);
        await world.Do(World.Lead, new SetCapacity(World.Moderator.Id, 0));
        Assert.Empty((await Person("kestrel")).FreeFor);
        await world.Do(World.Lead, new SetCapacity(World.Moderator.Id, null));
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));

        var away = await Person("kestrel");
        Assert.Empty(away.FreeFor);
        Assert.Equal((true, Now.AddDays(1)), (away.IsAway, away.Absences.Single().Until));
    }

    [Fact]
    public async Task A_lead_does_not_learn_which_sealed_case_a_specialist_holds()
    {
        await RestrictedCase();
        await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));

        var wren = await Person("wren");
        Assert.Equal(1, wren.Load);
        Assert.Empty(wren.Holds);
    }

    private async Task<PeopleOnDuty.Person> Person(string name) => (await world.Do(World.Lead, new PeopleOnDuty())).People.Single(x => x.Name == name);
}

public sealed class MyCaseCountTests : InAQueue
{
    [Fact]
    public async Task What_one_holds_and_what_is_kept_for_one_count()
    {
        Assert.Equal(0, await world.Do(World.Moderator, new MyCaseCount()));
        var claim = await world.Claimed(World.Moderator);
        await world.Claimed(World.Moderator, "post-2");
        Assert.Equal(2, await world.Do(World.Moderator, new MyCaseCount()));

        await world.Do(World.Moderator, Hand(claim));
        Assert.Equal(1, await world.Do(World.Moderator, new MyCaseCount()));
        Assert.Equal(1, await world.Do(World.OtherModerator, new MyCaseCount()));
    }
}
