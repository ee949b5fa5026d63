using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.Appeals;

public sealed class AppealQueueTests : InAWorld
{
    [Fact]
    public async Task The_one_due_first_stands_on_top()
    {
        var first = await world.Appeal((await world.Decide(await world.Post("one"))).Id);
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Appeal((await world.Decide(await world.Post("two"))).Id);

        var queue = await world.Do(World.Reviewer, new AppealQueue());
        Assert.Equal([first, second], queue.Rows.Select(x => x.Id));
        Assert.Equal((2, 0), (queue.Count, queue.LeftOut));
        Assert.Equal(("fraud", "author", AppealState.Filed, null, false),
            (queue.Rows[0].Guideline, queue.Rows[0].Handle, queue.Rows[0].State, queue.Rows[0].HeldBy, queue.Rows[0].IsMine));
    }

    [Fact]
    public async Task Who_holds_one_is_named_until_their_claim_ends()
    {
        var robin = await Hire("robin", [Role.AppealReviewer]);
        await world.Appeal((await world.Decide(await world.Post())).Id);
        await world.Do(robin, new ClaimAppeal(robin.Id));

        Assert.Equal("robin the quick", Assert.Single((await world.Do(World.Reviewer, new AppealQueue())).Rows).HeldBy);
        Assert.True(Assert.Single((await world.Do(robin, new AppealQueue(Mine: true))).Rows).IsMine);
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Null(Assert.Single((await world.Do(World.Reviewer, new AppealQueue())).Rows).HeldBy);
        Assert.Empty((await world.Do(robin, new AppealQueue(Mine: true))).Rows);
    }

    [Fact]
    public async Task What_one_may_not_take_is_only_counted()
    {
        var decider = await Hire("robin", [Role.AppealReviewer]);
        var author = await Hire("finch", [Role.AppealReviewer], World.Author);
        await world.Appeal((await world.Decide(await world.Post(), by: "robin")).Id);

        foreach (var barred in new[] { decider, author })
            Assert.Equal((0, 0, 1), await world.Do(barred, new AppealQueue()) is var queue ? (queue.Rows.Count, queue.Count, queue.LeftOut) : default);
    }

    [Fact]
    public async Task Nor_one_of_a_reporter_against_ones_own_post()
    {
        var author = await Hire("finch", [Role.AppealReviewer], World.Author);
        var report = await world.Do(World.Platform, new FileReport(SubjectRef.Of(await world.Post()), new AccountId("reporter"), "fraud"));
        await world.Decide(new("post-1"), finding: Finding.DoesNotViolate);
        await world.Do(new Actor.Member(new("reporter")), new FileAppeal(null, report.ReportId, new("reporter"), "It is."));

        Assert.Equal((0, 1), await world.Do(author, new AppealQueue()) is var queue ? (queue.Rows.Count, queue.LeftOut) : default);
    }

    [Fact]
    public async Task Restricted_appeals_are_not_even_counted()
    {
        await world.Appeal((await world.Decide(await world.Post(), "child-safety", by: "wren")).Id);
        Assert.Equal((0, 0), await world.Do(World.Reviewer, new AppealQueue()) is var queue ? (queue.Count, queue.LeftOut) : default);
        var specialist = await Hire("robin", [Role.AppealReviewer, Role.ChildSafety]);
        Assert.Single((await world.Do(specialist, new AppealQueue())).Rows);
    }
}
