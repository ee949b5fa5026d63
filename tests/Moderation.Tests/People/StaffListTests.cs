using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class StaffListTests : InAWorld
{
    [Fact]
    public async Task Everybody_who_works_here_is_listed_by_name()
    {
        await world.Do(World.Admin, new PutStaff(
            new("robin"), "A. Robin", "the quick", [Role.Lead, Role.Moderator], ["nl"], ["law"], Active: false, World.Author));

        var list = await world.Do(World.Admin, new StaffList());

        Assert.Equal(list.Select(x => x.DisplayName).Order(StringComparer.Ordinal), list.Select(x => x.DisplayName));
        var robin = list[0];
        Assert.Equal(("A. Robin", "the quick", false, (AccountId?)World.Author, Now), (robin.DisplayName, robin.Pseudonym, robin.Active, robin.Account, robin.AddedAt));
        Assert.Equal([Role.Moderator, Role.Lead], robin.Roles);
        Assert.Equal(["nl"], robin.Languages);
        Assert.Equal(["law"], robin.Skills);
    }

    [Fact]
    public async Task Names_are_for_administrators()
    {
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new StaffList()));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Member, new StaffList()));
    }
}
