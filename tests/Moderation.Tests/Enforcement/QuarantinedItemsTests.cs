using Moderation.Enforcement;

namespace Moderation.Tests.Enforcement;

public sealed class QuarantinedItemsTests : InAWorld
{
    [Fact]
    public async Task Ids_hashes_and_promises_the_newest_first()
    {
        await world.Decide(await world.Post("first"), "child-safety", by: "wren");
        world.Clock.Pass(TimeSpan.FromHours(1));
        var last = await world.Decide(await world.Post("last"), "child-safety", by: "wren");
        await world.Decide(await world.Post("spam"), "spam");
        await world.Do(World.ChildSafety, new RecordAuthorityReport(last.Id, "CT-1", Now.AddYears(1)));

        var items = await world.Do(World.ChildSafety, new QuarantinedItems());
        Assert.Equal(["last", "first"], items.Rows.Select(x => x.Content.Value));
        Assert.Equal(("CT-1", 64, 2), (items.Rows[0].AuthorityReport, items.Rows[0].Digest.Length, items.Count));
        Assert.Equal("first", Assert.Single((await world.Do(World.ChildSafety, new QuarantinedItems(Skip: 1))).Rows).Content.Value);
    }
}
