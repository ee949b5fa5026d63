using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class OrderQueuesTests : InAWorld
{
    [Fact]
    public async Task Queues_stand_in_the_order_that_was_said_and_new_ones_behind()
    {
        foreach (var code in new[] { "spam", "fraud" })
            await world.Do(World.Lead, new SaveQueue(code, code, [RoutingRule.Empty with { Guidelines = [code] }]));
        await world.Do(World.Lead, new OrderQueues(["fraud", "spam"]));
        await world.Do(World.Lead, new SaveQueue("violence", "violence", [RoutingRule.Empty with { Guidelines = ["violence"] }]));

        Assert.Equal(["fraud", "spam", "violence", Lane.Escalated, Lane.Unrouted], (await world.Do(World.Lead, new QueueList())).Queues.Select(x => x.Code));
        Assert.Equal(PipelineErrors.ChangedMeanwhile, await world.Refuse(World.Lead, new OrderQueues(["fraud", "spam"])));
        Assert.Equal(PipelineErrors.ChangedMeanwhile, await world.Refuse(World.Lead, new OrderQueues(["fraud", "spam", "spam"])));
    }
}

public sealed class RemoveQueueTests : InAWorld
{
    [Fact]
    public async Task Only_an_empty_queue_is_removed()
    {
        await world.Do(World.Lead, new SaveQueue("scams", "Scams", [RoutingRule.Empty with { Guidelines = ["fraud"] }]));
        var @case = await Report(await world.Post());
        Assert.Equal(ReviewErrors.QueueNotEmpty, await world.Refuse(World.Lead, new RemoveQueue("scams")));
        Assert.Equal(ReviewErrors.UnknownQueue, await world.Refuse(World.Lead, new RemoveQueue("no-such")));

        await world.Do(World.Lead, new SaveQueue("scams", "Scams", [], IsActive: false));
        await world.Work((await world.Do(World.Lead, new RerouteCases("scams"))).Id);
        await world.Do(World.Lead, new RemoveQueue("scams"));
        Assert.Equal(@case, (await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id))).CaseId);
    }
}

public sealed class QueueListTests : InAWorld
{
    [Fact]
    public async Task Everybody_sees_the_queues_that_are_theirs_and_how_much_waits_there()
    {
        await world.Do(World.Lead, new SaveQueue("scams", "Scams", [RoutingRule.Empty with { Guidelines = ["fraud"] }]));
        await Report(await world.Post("one"));
        await Report(await world.Post("two"), "spam");
        await RestrictedCase();

        Assert.Equal([("scams", 1), (Lane.Escalated, 0), (Lane.Unrouted, 1)], await Seen(World.Lead));
        Assert.Equal([("scams", 1), (Lane.Unrouted, 1)], await Seen(World.Moderator));
        Assert.Equal([(Lane.Restricted, 1)], await Seen(World.ChildSafety));
    }

    private async Task<IEnumerable<(string, int)>> Seen(Actor.Staff by) => (await world.Do(by, new QueueList())).Queues.Select(x => (x.Code, x.Waiting));
}

public sealed class RerouteCasesTests : InAWorld
{
    [Fact]
    public async Task What_waits_comes_to_the_queue_that_asks_for_it_now_and_claims_stay()
    {
        var claim = await world.Claimed(World.Moderator);
        await Report(await world.Post("other"), "spam");
        await world.Do(World.Lead, new SaveQueue("scams", "Scams", [RoutingRule.Empty with { Guidelines = ["fraud"] }]));

        var run = await world.Do(World.Lead, new RerouteCases());
        Assert.Equal(run.Id, (await world.Do(World.Lead, new RerouteCases())).Id);
        await world.Work(run.Id);

        var done = await world.Do(World.Lead, new RunProgress(run.Id));
        Assert.Equal((RunState.Done, 2L, 1L), (done.State, done.Looked, done.Changed));
        Assert.Equal("scams", world.Read(db => db.Cases.Where(x => x.Id == claim.CaseId).Join(db.Lanes, x => x.LaneId, x => x.Id, (_, lane) => lane.Queue).Single()));
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
    }

    [Fact]
    public async Task Only_what_is_in_the_range_moves_and_what_is_for_specialists_or_leads_stays()
    {
        await RestrictedCase();
        var handedOn = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, handedOn.CaseId, handedOn.ClaimNumber, "Is this one?"));
        await Report(await world.Post("early"));
        world.Clock.Pass(TimeSpan.FromHours(1));
        var from = Now;
        await Report(await world.Post("late"));
        await world.Do(World.Lead, new SaveQueue("scams", "Scams", [RoutingRule.Empty with { Guidelines = ["fraud", "spam"] }]));

        await world.Work((await world.Do(World.Lead, new RerouteCases(Lane.Unrouted, from))).Id);
        Assert.Equal([("early", Lane.Unrouted), ("late", "scams"), ("post-1", Lane.Escalated), ("sealed", Lane.Restricted)],
            world.Read(db => db.Cases.Join(db.Lanes, x => x.LaneId, x => x.Id, (x, lane) => new { x.SubjectId, lane.Queue }).ToList()).Select(x => (x.SubjectId, x.Queue)).Order());
        Assert.Equal(ReviewErrors.UnknownQueue, await world.Refuse(World.Lead, new RerouteCases("no-such")));
        Assert.Equal("request.invalid", (await world.Refuse(World.Lead, new RerouteCases(null, Now, Now))).Code);
    }
}
