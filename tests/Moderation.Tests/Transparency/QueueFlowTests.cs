using Moderation.Content;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class QueueFlowTests : FigureWorld
{
    [Fact]
    public async Task What_came_and_what_was_decided_stand_in_their_hours()
    {
        var first = await Open();
        Later(60);
        await Judge(first);
        await Open();
        await Open();
        Later(60);

        var flow = await Ask(new QueueFlow());
        Assert.Equal(24, flow.Buckets.Count);
        Assert.Equal([(1, 0), (2, 1)], flow.Buckets.TakeLast(2).Select(x => (x.Arrived, x.Decided)));
        Assert.Equal(Now, flow.Buckets[^1].Until);
        Assert.Equal(2, flow.Growth);
    }

    [Fact]
    public async Task The_hour_that_is_not_over_is_left_out_of_the_line()
    {
        await Open();
        Later(10);
        Assert.Equal(0, (await Ask(new QueueFlow())).Buckets.Sum(x => x.Arrived));
    }

    [Fact]
    public async Task Who_decides_is_counted_and_not_named()
    {
        await Judge(await Open());
        await Judge(await Open());
        await Judge(await Open(), by: World.OtherModerator);
        Later();

        var flow = await Ask(new QueueFlow());
        Assert.Equal((3, 3, 2), (flow.DecidedLastHour, flow.ByPeople, flow.People));
        Later(61);
        flow = await Ask(new QueueFlow());
        Assert.Equal((0, 0, 0), (flow.DecidedLastHour, flow.ByPeople, flow.People));
    }

    [Fact]
    public async Task What_is_gone_left_the_queue_without_a_decision()
    {
        await Open();
        await world.Do(World.Platform, new DeleteContent(new("figure-1"), Now, DeletedBy.Author));
        Later(60);

        var bucket = (await Ask(new QueueFlow())).Buckets[^1];
        Assert.Equal((1, 0, 1), (bucket.Arrived, bucket.Decided, bucket.Void));
        Assert.Equal(0, (await Ask(new QueueFlow())).Growth);
    }

    [Fact]
    public async Task A_part_is_a_queue_a_guideline_or_both()
    {
        MoveTo("scams", await Open("fraud"), await Open());
        await Open("fraud");
        Later(60);

        Assert.Equal(3, await Arrived(null, null));
        Assert.Equal(2, await Arrived("scams", null));
        Assert.Equal(2, await Arrived(null, "fraud"));
        Assert.Equal(1, await Arrived("scams", "fraud"));
        Assert.Equal(0, await Arrived("never-heard-of", null));
    }

    [Fact]
    public async Task Somebody_who_asks_again_within_ten_seconds_is_told_the_same()
    {
        await Ask(new QueueFlow());
        await Judge(await Open());
        Assert.Equal(0, (await Ask(new QueueFlow())).DecidedLastHour);
        world.Clock.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(1, (await Ask(new QueueFlow())).DecidedLastHour);
    }

    [Fact]
    public async Task Longer_periods_have_wider_buckets()
    {
        Assert.Equal((28, 6.0), await Ask(new QueueFlow(FigurePeriod.Week)) is var week ? (week.Buckets.Count, (week.Buckets[0].Until - week.Buckets[0].From).TotalHours) : default);
        Assert.Equal((28, 24.0), await Ask(new QueueFlow(FigurePeriod.Month)) is var month ? (month.Buckets.Count, (month.Buckets[0].Until - month.Buckets[0].From).TotalHours) : default);
        Assert.Equal(["period"], FieldsOf(await world.Refuse(World.Lead, new QueueFlow((FigurePeriod)9))));
        Assert.Equal(["queue"], FieldsOf(await world.Refuse(World.Lead, new QueueFlow(Queue: new string('x', 61)))));
    }

    private async Task<int> Arrived(string? queue, string? guideline) => (await Ask(new QueueFlow(Queue: queue, Guideline: guideline))).Buckets.Sum(x => x.Arrived);
}
