using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class BreachForecastTests
{
    private static readonly int[] None = new int[BreachForecast.Slots];

    private static readonly Gen<QueueOutlook> Queues =
        from perHour in Gen.Choose(0, 120)
        from spread in Gen.Choose(0, 70)
        from arriving in Gen.Choose(0, 200)
        from comes in Gen.ListOf(Gen.Choose(-50, 50))
        from first in Gen.ListOf(from priority in Gen.Choose(-50, 50) from due in Gen.Choose(-30, 90) select new WaitingCase(priority, TimeSpan.FromMinutes(due)))
        from beyond in Gen.Choose(0, 3)
        select new QueueOutlook(perHour, spread / 100.0, arriving, [.. comes.Select(x => (double)x)], [.. first], [.. Enumerable.Repeat(beyond, BreachForecast.Slots)]);

    [Fact]
    public void Nothing_due_is_nothing_late() => Law.Holds(Queues, queue => BreachForecast.Of(queue with
    {
        Beyond = None,
        First = [.. queue.First.Select(x => x with { DueIn = x.DueIn > TimeSpan.Zero ? x.DueIn + TimeSpan.FromHours(1) : x.DueIn })],
    }).All(x => x == new ExpectedLate(0, 0, 0)));

    [Fact]
    public void Nobody_at_work_lets_everything_due_go_over_its_time() => Law.Holds(Queues, queue =>
        BreachForecast.Of(queue with { PerHour = 0 }).Select(x => x.High).SequenceEqual(Due(queue).Select(x => (double)x)));

    [Fact]
    public void More_people_never_let_more_go_over_its_time() => Law.Holds(
        from queue in Queues from more in Gen.Choose(1, 60) select (Queue: queue, More: more),
        x => BreachForecast.Of(x.Queue).Zip(BreachForecast.Of(x.Queue with { PerHour = x.Queue.PerHour + x.More }))
            .All(y => y.Second.Likely <= y.First.Likely + 1e-6 && y.Second.Low <= y.First.Low + 1e-6 && y.Second.High <= y.First.High + 1e-6));

    [Fact]
    public void No_more_goes_over_its_time_than_falls_due_and_likely_lies_between() => Law.Holds(Queues, queue =>
        BreachForecast.Of(queue).Zip(Due(queue)).All(x => 0 <= x.First.Low && x.First.Low <= x.First.Likely + 1e-9
            && x.First.Likely <= x.First.High + 1e-9 && x.First.High <= x.Second + 1e-9));

    [Fact]
    public void The_order_in_which_cases_and_queues_are_told_does_not_matter() => Law.Holds(
        from one in Queues from other in Queues select (One: one, Other: other),
        x => BreachForecast.Of([x.One, x.Other]).Zip(BreachForecast.Of([Turned(x.Other), Turned(x.One)]))
            .All(y => Near(y.First.Likely, y.Second.Likely) && Near(y.First.Low, y.Second.Low) && Near(y.First.High, y.Second.High)));

    [Fact]
    public void What_stands_first_is_decided_in_time_and_what_stands_last_is_not()
    {
        WaitingCase[] waiting = [.. Enumerable.Range(0, 100).Select(x => new WaitingCase(-x, TimeSpan.FromMinutes(25)))];
        var late = BreachForecast.Of(new QueueOutlook(60, 0, 0, [], waiting, None));

        // 25 of the 100 can be decided by then.
        Assert.Equal(75, late[2].Likely, 0.5);
        Assert.InRange(late[2].Low, 66, 70);
        Assert.InRange(late[2].High, 80, 84);
        Assert.All(late.Where((_, at) => at != 2), x => Assert.Equal(0, x.Likely));
    }

    [Fact]
    public void Graver_cases_that_come_meanwhile_push_the_others_back()
    {
        WaitingCase[] waiting = [.. Enumerable.Range(0, 60).Select(x => new WaitingCase(-x, TimeSpan.FromMinutes(60)))];
        QueueOutlook calm = new(60, 0.1, 0, [], waiting, None);

        Assert.True(BreachForecast.Of(calm with { ArrivingPerHour = 30, Arriving = [10, 11] })[5].Likely > BreachForecast.Of(calm)[5].Likely + 20);
        Assert.Equal(BreachForecast.Of(calm)[5], BreachForecast.Of(calm with { ArrivingPerHour = 30, Arriving = [-100] })[5]);
    }

    [Fact]
    public void A_pace_seen_in_few_decisions_is_less_sure() => Assert.True(BreachForecast.SpreadOf(4) > BreachForecast.SpreadOf(400));

    private static int[] Due(QueueOutlook queue) => [.. Enumerable.Range(0, BreachForecast.Slots).Select(slot => queue.Beyond[slot]
        + queue.First.Count(x => x.DueIn > slot * BreachForecast.Slot && x.DueIn <= (slot + 1) * BreachForecast.Slot))];

    private static QueueOutlook Turned(QueueOutlook x) => x with { First = [.. x.First.Reverse()], Arriving = [.. x.Arriving.Reverse()] };

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
