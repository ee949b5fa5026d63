using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_that_of_the_last_hour() => Assert.Equal(12, Pace.Of(Steady("a", 12), Now).PerHour, 6);

    [Fact]
    public void Half_the_people_are_half_as_quick() =>
        Assert.InRange(Pace.Of([.. Steady("a", 12), .. Steady("b", 12).Where(x => x.DecidedAt <= Now.AddMinutes(-20))], Now).PerHour, 11, 14);

    [Fact]
    public void Who_looks_at_a_case_is_at_work() =>
        Assert.Equal(24, Pace.Of([.. Steady("a", 12), .. Steady("b", 12).Where(x => x.DecidedAt < Now.AddMinutes(-10)), new("q", "b", null)], Now).PerHour, 4.0);

    [Fact]
    public void Nobody_left_decides_nothing_and_machines_go_on()
    {
        Assert.Equal(0, Pace.Of(Steady("a", 12).Where(x => x.DecidedAt < Now.AddMinutes(-15)), Now).PerHour);
        Assert.Equal(12, Pace.Of(Steady(null, 12), Now).PerHour);
        Assert.Equal(0, Pace.Of([], Now).PerHour);
    }

    [Fact]
    public void Queues_of_the_same_people_are_one_pool()
    {
        var pools = WorkPools.Of(["a", "b", "c", "d"], [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("d", "z")]);
        Assert.Equal(["abc", "d"], pools.Select(x => string.Concat(x.Order())).Order());
    }

    private static Work[] Steady(string? person, int perHour) =>
        [.. Enumerable.Range(0, perHour).Select(x => new Work("q", person, Now - x * TimeSpan.FromHours(1) / perHour))];
}
