using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>What waits for checkers, by the clock.</summary>
public sealed class DisputeQueueTests : OnADispute
{
    [Fact]
    public async Task The_one_due_first_is_on_top_and_late_is_seen_as_late()
    {
        await Ready();
        await world.Post("copy", new("somebody"), Claim.ToUpperInvariant());
        var first = await Dispute(await Rated());
        world.Clock.Pass(TimeSpan.FromHours(20));
        var second = await Dispute(Labels("copy"), new("somebody"));
        world.Clock.Pass(TimeSpan.FromHours(5));

        var queue = await world.Do(Checker, new DisputeQueue());
        Assert.Equal([(first, DisputeState.Overdue), (second, DisputeState.Filed)], queue.Rows.Select(x => (x.Id, x.State)));
        Assert.Equal((2, 1, 0), (queue.Count, queue.Overdue, queue.LeftOut));
        await world.Do(Checker, Says(first, DisputeAnswer.Upheld));
        Assert.Equal([second], (await world.Do(Checker, new DisputeQueue())).Rows.Select(x => x.Id));
    }

    [Fact]
    public async Task Ones_own_is_only_counted()
    {
        var dispute = await Dispute(await Rated());
        await world.Do(World.Product, new PutStaff(new("moonlighter"), "Moonlighter", null, [Role.FactChecker], null, null, Active: true, Account: World.Author));
        var self = new Actor.Staff(new("moonlighter"));

        Assert.Equal((0, 0, 1), await world.Do(self, new DisputeQueue()) is var queue ? (queue.Rows.Count, queue.Count, queue.LeftOut) : default);
        Assert.Equal(DisputeErrors.Own, (await world.Do(self, new DisputeFile(dispute))).MayNot);
    }
}
