using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class BacklogTests : FigureWorld
{
    [Fact]
    public async Task What_waits_is_told_by_queue_by_age_and_by_its_time()
    {
        var old = await Open("fraud");
        MoveTo("scams", old);
        Later(13 * 60);
        await Open();
        Later(30);
        await Open();
        var due = world.Read(db => db.Cases.Single(x => x.Id == old).DueAt);

        var backlog = await Ask(new Backlog());
        Assert.Equal((3, due <= Now ? 1 : 0), (backlog.Open, backlog.Late));
        Assert.Equal([1, 1, 0, 0, 1], backlog.Ages);
        Assert.Equal([("unrouted", 2), ("scams", 1)], backlog.Queues.Select(x => (x.Queue, x.Open)));
        Assert.Equal(Now - TimeSpan.FromMinutes(13 * 60 + 30), backlog.Queues[1].OldestSince);
    }

    [Fact]
    public async Task A_case_is_over_its_time_at_its_instant_and_no_more_once_decided()
    {
        var @case = await Open();
        world.Clock.Pass(world.Read(db => db.Cases.Single().DueAt) - Now - TimeSpan.FromSeconds(30));
        Assert.Equal((1, 0), await Ask(new Backlog()) is var before ? (before.Open, before.Late) : default);
        world.Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal((1, 1), await Ask(new Backlog()) is var late ? (late.Open, late.Late) : default);
        await Judge(@case);
        Later();
        Assert.Equal((0, 0), await Ask(new Backlog()) is var after ? (after.Open, after.Late) : default);
    }

    [Fact]
    public async Task A_clock_that_stands_still_does_not_run_over()
    {
        var @case = await Open();
        world.Read(db => Paused(db, @case));
        world.Clock.Pass(TimeSpan.FromDays(60));
        Assert.Equal((1, 0), await Ask(new Backlog()) is var backlog ? (backlog.Open, backlog.Late) : default);
    }

    [Fact]
    public async Task Appeals_that_wait_are_told_beside_the_queues()
    {
        var decision = await Judge(await Open());
        await world.Appeal(decision.Id, new("author-1"));
        Later();

        Assert.Equal((1, 0), (await Ask(new Backlog())).Appeals is { } appeals ? (appeals.Open, appeals.Late) : default);
        Assert.Null((await Ask(new Backlog(Queue: "unrouted"))).Appeals);
    }

    [Fact]
    public async Task Nothing_that_only_specialists_may_know_of_is_in_any_figure()
    {
        await Open();
        Later();
        var before = await Everything();

        var sealed_ = await RestrictedCase();
        var claim = await world.Do(World.ChildSafety, new ClaimCase(World.ChildSafety.Id, sealed_));
        Later();
        Assert.Equal(before, await Everything());
        Assert.Equal(0, (await Ask(new Backlog("restricted"))).Open);

        var decision = await world.Do(World.ChildSafety, Decide(World.ChildSafety, claim, "child-safety"));
        var appeal = await world.Appeal(decision.Id);
        var reviewer = await Hire("specialist", [Role.AppealReviewer, Role.ChildSafety]);
        var held = await world.Do(reviewer, new ClaimAppeal(reviewer.Id, appeal));
        await world.Do(reviewer, new FindOnAppeal(reviewer.Id, appeal, held.ClaimNumber, Finding.DoesNotViolate));
        await world.Do(reviewer, new RuleOnAppeal(appeal, reviewer.Id, held.ClaimNumber, Ruling.Overturned, null, "It is nothing of the kind."));
        Later();
        Assert.Equal(before, await Everything());
    }

    private static int Paused(ModerationDb db, CaseId id)
    {
        db.Entry(db.Cases.Single(x => x.Id == id)).Property(x => x.PausedAt).CurrentValue = db.Cases.Single(x => x.Id == id).OpenedAt;
        return db.SaveChanges();
    }

    // Every figure but the instants they are of, and ages, which time changes.
    private async Task<string> Everything()
    {
        var backlog = await Ask(new Backlog());
        var flow = await Ask(new QueueFlow());
        var times = await Ask(new TimesToDecision());
        var shares = await Ask(new DecidedShares());
        var errors = await Ask(new OverturnedShares());
        var listed = await Ask(new OverturnedDecisions());
        var expected = await Ask(new ExpectedBreaches());
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            backlog.Open,
            backlog.Late,
            backlog.Queues,
            backlog.Appeals,
            Sum = backlog.Ages.Sum(),
            flow.Growth,
            flow.DecidedLastHour,
            flow.ByPeople,
            flow.People,
            Arrived = flow.Buckets.Sum(x => x.Arrived),
            times.Decided,
            times.All,
            shares.Rows,
            errors.Ruled,
            errors.Overturned,
            listed.Count,
            expected.PerHour,
            expected.Hour,
        });
    }
}
