using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class DeviceFarmTests
{
    private const long Minute = PlantedWorld.Minute;

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void However_alike_a_family_is_it_is_left_alone(int accounts, bool isFarm) =>
        Assert.Equal(isFarm, DeviceFarm.In([.. Likes(accounts, targets: 12, apart: 5 * Minute)]) is not null);

    [Theory]
    [InlineData(2, true)]
    [InlineData(30, false)]
    public void Who_goes_from_account_to_account_is_found_though_no_two_do_the_same(int minutesBetween, bool isFarm)
    {
        var at = 0L;
        Act[] acts = [.. from round in Enumerable.Range(0, 4)
                         from account in Enumerable.Range(0, 20)
                         from act in Enumerable.Range(0, 2)
                         select new Act(account, 1000 + round * 100 + account * 2 + act, at += act is 0 ? minutesBetween * Minute / 3 : 10_000, 1)];
        Assert.Equal(isFarm, DeviceFarm.In(acts) is not null);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void An_id_that_a_crowd_of_strangers_shares_by_a_fault_is_no_device(int strangers, bool isFarm) =>
        Assert.Equal(isFarm, DeviceFarm.In([.. from round in Enumerable.Range(0, 3)
                                               from account in Enumerable.Range(0, strangers)
                                               select new Act(account, account * 10 + round, (round * strangers + account) * 1000L, 1)]) is not null);

    [Fact]
    public void Who_only_borrowed_it_is_not_named()
    {
        Act[] acts = [.. Likes(10, targets: 12, apart: Minute), new(77, 1000, 5 * Minute, 1), new(77, 1001, 6 * Minute, 1)];
        Assert.DoesNotContain(77, DeviceFarm.In(acts)!.Accounts);
    }

    // Everybody likes each of the same.
    private static IEnumerable<Act> Likes(int accounts, int targets, long apart) =>
        from account in Enumerable.Range(0, accounts)
        from target in Enumerable.Range(0, targets)
        select new Act(account, 1000 + target, (account * targets + target) * apart, 1);
}
