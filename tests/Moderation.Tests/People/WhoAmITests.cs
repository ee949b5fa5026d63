using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class WhoAmITests : InAWorld
{
    [Fact]
    public async Task Staff_are_called_by_their_pseudonym()
    {
        var robin = await Hire("robin", [Role.Lead]);

        var me = await world.Do(robin, new WhoAmI());
        Assert.Equal((robin.Id, null, "robin the quick"), ((StaffId)me.Staff!, me.Account, me.Name));
        Assert.True(me.Roles.SetEquals([Role.Anyone, Role.Lead]));
    }

    [Fact]
    public async Task Who_left_is_known_but_may_nothing()
    {
        var robin = await Hire("robin", [Role.Lead]);
        await world.Do(World.Admin, new PutStaff(robin.Id, "robin", null, [Role.Lead], null, null, Active: false));

        Assert.True((await world.Do(robin, new WhoAmI())).Roles.SetEquals([Role.Anyone]));
    }

    [Fact]
    public async Task A_member_is_their_account()
    {
        var me = await world.Do(World.Member, new WhoAmI());
        Assert.Equal((null, (AccountId?)World.Author, "author"), (me.Staff, me.Account, me.Name));
        Assert.True(me.Roles.SetEquals([Role.Anyone, Role.Member]));
    }

    [Fact]
    public async Task A_stranger_is_nobody()
    {
        var me = await world.Do(Actor.Anonymous, new WhoAmI());
        Assert.Equal((null, null, null), (me.Staff, me.Account, me.Name));
        Assert.True(me.Roles.SetEquals([Role.Anyone]));
    }
}
