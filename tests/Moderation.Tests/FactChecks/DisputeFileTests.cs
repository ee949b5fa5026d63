using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;

namespace Moderation.Tests.FactChecks;

/// <summary>A checker has all of it on one page.</summary>
public sealed class DisputeFileTests : OnADispute
{
    [Fact]
    public async Task The_checker_sees_the_item_as_it_was_rated_what_was_checked_and_what_is_said()
    {
        var dispute = await Dispute(await Rated());
        await world.Post(text: "Something else by now.");
        var file = await world.Do(Checker, new DisputeFile(dispute));

        Assert.Equal((Claim, Rating.False, "Harbour Checks", Claim), (file.Check.Claim, file.Disputed, file.Check.Publisher, file.Item!.Text));
        Assert.Equal(("The council's minutes say so.", Links[0], 1L, false), (file.Statement, Assert.Single(file.Links), file.Bearing, file.IsCopy));
        Assert.Null(file.MayNot);
        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(Checker, new DisputeFile(new(Guid.NewGuid()))));
    }
}
