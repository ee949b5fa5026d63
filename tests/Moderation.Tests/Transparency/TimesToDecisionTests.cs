using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class TimesToDecisionTests : FigureWorld
{
    [Fact]
    public async Task Half_take_no_longer_than_the_median_and_nine_of_ten_no_longer_than_p90()
    {
        for (var i = 1; i <= 10; i++)
        {
            var @case = await Open();
            Later(i);
            await Judge(@case);
        }

        Later();
        var times = await Ask(new TimesToDecision());
        Assert.Equal((10, 10), (times.Decided, times.Looked));
        Assert.Equal([1, 3, 5, 8, 9], new[] { times.All!.P10, times.All.P25, times.All.Median, times.All.P75, times.All.P90 }.Select(x => x.TotalMinutes));
    }

    [Fact]
    public async Task Each_queue_has_its_own_the_slowest_first()
    {
        var (slow, quick) = (await Open(), await Open());
        MoveTo("scams", slow);
        Later(5);
        await Judge(quick);
        Later(60);
        await Judge(slow);
        Later();

        var times = await Ask(new TimesToDecision());
        Assert.Equal([("scams", 65.0), ("unrouted", 5.0)], times.Queues.Select(x => (x.Queue, x.Box.Median.TotalMinutes)));
        Assert.Equal(5, (await Ask(new TimesToDecision(Queue: "unrouted"))).All!.Median.TotalMinutes);
    }

    [Fact]
    public async Task What_was_decided_before_the_period_is_not_of_it()
    {
        await Judge(await Open());
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Null((await Ask(new TimesToDecision())).All);
        Assert.Equal(1, (await Ask(new TimesToDecision(FigurePeriod.Week))).Decided);
    }

    // A code is drawn by chance from 16.7 million.
    [Theory]
    [InlineData(10_000, 10_000, null)]
    [InlineData(10_000, 20_000, "800000")]
    [InlineData(10_000, 1_000_000, "028F5C")]
    public void Where_they_are_many_a_fair_sample_is_looked_at(int most, int of, string? below) =>
        Assert.Equal(below, CountedCases.CodeBelow(most, of));
}
