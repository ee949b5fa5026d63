using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.People;

public sealed class PutStaffTests : InAWorld
{
    [Fact]
    public async Task Somebody_new_can_act_at_once()
    {
        Assert.True((await world.Do(World.Admin, Somebody("robin", Role.Lead))).Created);

        Assert.False((await world.Run(new Actor.Staff(new("robin")), new ReviewQueue())).IsRefused);
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_at_once()
    {
        Assert.False((await world.Do(World.Admin, Somebody("kestrel", Role.FactChecker))).Created);

        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Moderator, new ReviewQueue()));
    }

    [Fact]
    public async Task Somebody_inactive_may_do_nothing()
    {
        await world.Do(World.Admin, Somebody("kestrel", Role.Moderator) with { Active = false });

        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Moderator, new ReviewQueue()));
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        Assert.Equal(PeopleErrors.LastAdmin, await world.Refuse(World.Admin, Somebody("admin", Role.Lead)));
        Assert.Equal(PeopleErrors.LastAdmin, await world.Refuse(World.Admin, Somebody("admin", Role.Admin) with { Active = false }));

        await world.Do(World.Admin, Somebody("second", Role.Admin) with { Active = false });
        Assert.Equal(PeopleErrors.LastAdmin, await world.Refuse(World.Admin, Somebody("admin")));

        await world.Do(World.Admin, Somebody("second", Role.Admin));
        await world.Do(World.Admin, Somebody("admin"));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Admin, new StaffList()));
    }

    [Theory]
    [InlineData(Role.Anyone)]
    [InlineData(Role.Member)]
    [InlineData(Role.Product)]
    public async Task What_is_no_role_for_staff_is_refused(Role role) =>
        Assert.Equal(["roles[0]"], FieldsOf(await world.Refuse(World.Admin, Somebody("robin", role))));

    [Theory]
    [InlineData("")]
    [InlineData(" robin")]
    [InlineData("ro\u0007bin")]
    public async Task An_id_is_a_proper_text(string id) =>
        Assert.Equal(["id"], FieldsOf(await world.Refuse(World.Admin, Somebody("x") with { Id = new(id) })));

    [Fact]
    public async Task A_program_of_the_directory_may_do_it() =>
        Assert.True((await world.Do(await Program(Scope.Admin), Somebody("robin", Role.Lead))).Created);

    private static PutStaff Somebody(string id, params Role[] roles) => new(new(id), id, null, roles, null, null, Active: true);
}
