using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.FactChecks;

/// <summary>What an author can do about a rating, and when.</summary>
public sealed class RatingRedressTests : OnADispute
{
    [Fact]
    public async Task A_rating_can_be_disputed_until_it_is_and_not_again_once_it_was_answered()
    {
        var decision = await Rated();
        Assert.Equal((true, true, Now.AddDays(30)), await Redress(decision) is var before ? (before.IsRating, before.CanDispute, before.Until) : default);
        var dispute = await Dispute(decision);

        Assert.Equal((false, DisputeState.Filed), await Redress(decision) is var filed ? (filed.CanDispute, filed.Latest!.State) : default);
        await world.Do(Checker, Says(dispute, DisputeAnswer.Upheld));
        Assert.False((await Redress(decision)).CanDispute);
    }

    [Fact]
    public async Task While_the_checker_has_time_every_page_says_that_the_appeal_waits()
    {
        var decision = await Rated();
        Assert.Equal((true, null, null), await Seen(decision));
        await Dispute(decision);
        var due = Now.AddHours(24);
        Assert.Equal((false, due, DisputeState.Filed), await Seen(decision));
        world.Clock.Pass(TimeSpan.FromHours(25));
        Assert.Equal((true, null, DisputeState.Overdue), await Seen(decision));
    }

    private Task<RatingRedress.Answer> Redress(DecisionId decision) => world.Do(World.Member, new RatingRedress(decision));

    private async Task<(bool CanAppeal, DateTimeOffset? Waits, DisputeState? Dispute)> Seen(DecisionId decision)
    {
        var page = (await world.Do(World.Member, new DecisionFile(decision))).Appeal;
        var status = Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Content);
        Assert.Equal(page.CanAppeal, status.Appeal!.CanAppeal);
        return (page.CanAppeal, page.WaitsUntil, status.Dispute);
    }
}
