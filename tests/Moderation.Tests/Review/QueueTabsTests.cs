using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class QueueTabsTests : InAWorld
{
    [Fact]
    public async Task Each_sees_their_own_queues_with_what_waits_there()
    {
        await Report(await world.Post("one"), "spam");
        await world.Claimed(World.Moderator, "two");
        await RestrictedCase();

        var seen = await world.Do(World.Moderator, new QueueTabs());
        Assert.Equal([("unrouted", 2)], seen.Tabs.Select(x => (x.Queue, x.Count)));
        Assert.Equal((2, 1), (seen.All, seen.Mine));
        Assert.Equal(["unrouted", "escalated"], (await world.Do(World.Lead, new QueueTabs())).Tabs.Select(x => x.Queue));
        Assert.Equal([("restricted", 1)], (await world.Do(World.ChildSafety, new QueueTabs())).Tabs.Select(x => (x.Queue, x.Count)));
    }
}
