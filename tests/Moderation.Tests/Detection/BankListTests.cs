using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class BankListTests : InABank
{
    [Fact]
    public async Task Each_with_what_is_in_it_and_restricted_ones_for_specialists()
    {
        await Add(await Bank(), [Photo], [Words]);
        await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety);

        var seen = await world.Do(World.Moderator, new BankList());
        var row = Assert.Single(seen.Rows);
        Assert.Equal(("wallets", "The wallets", BankPurpose.Match, "fraud", 2, 1, 1, "stilt"), (row.Code, row.Title, row.Purpose, row.Guideline, row.Edition, row.Pictures, row.Texts, row.By));
        Assert.Equal((false, false), (row.IsYours, seen.MayOpen));

        var kept = await world.Do(World.Lead, new BankList());
        Assert.Equal((true, true), (Assert.Single(kept.Rows).IsYours, kept.MayOpen));
        var all = await world.Do(World.ChildSafety, new BankList());
        Assert.Equal([("known-abuse", true, true), ("wallets", false, false)], all.Rows.Select(x => (x.Code, x.IsRestricted, x.IsYours)));
        Assert.True(all.MayOpen);
    }
}
