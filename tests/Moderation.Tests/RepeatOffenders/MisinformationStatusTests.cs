using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>Where an account stands on the ladder of misinformation, as it and staff see it.</summary>
public sealed class MisinformationStatusTests : OnRepeatedMisinformation
{
    [Fact]
    public async Task It_shows_which_ratings_count_until_when_and_how_far_the_next_step_is()
    {
        await Ready();
        await Strikes(1);
        await Strike(0);
        var first = Now;
        var status = await Mine();
        Assert.Equal((1, 1, 1, first.AddDays(90), 90), (status.Strikes.Count, status.Misinformation!.InForce, status.Misinformation.StrikesToNextStep, status.Misinformation.NextEnds, status.Misinformation.WindowDays));
        Assert.Equal(("fact-check.false", first, first.AddDays(90)), Assert.Single(status.Misinformation.Strikes) is var only ? (only.Guideline, only.At, only.Until) : default);
        Assert.Empty(Following(status));

        world.Clock.Pass(TimeSpan.FromDays(30));
        await Strike(1, Rating.Altered);
        status = await Mine();
        Assert.Equal([OutcomeKind.Demoted, OutcomeKind.NotRecommended], Following(status).Select(x => x.Kind).Order());
        // The breach of the same time stands beside it.
        Assert.Equal(["account.misinformation", "account.not-recommended"], status.Recommendable.Because.Select(x => x.Ground).Order());
        Assert.Equal($"wait:{first.AddDays(120):O}", status.Recommendable.Cure);
        // At the top each further one brings the same again.
        Assert.Equal(1, status.Misinformation!.StrikesToNextStep);

        world.Clock.Pass(TimeSpan.FromDays(60));
        Assert.Equal((1, first.AddDays(120)), (await Mine()).Misinformation is { } later ? (later.InForce, later.NextEnds) : default);
        world.Clock.Pass(TimeSpan.FromDays(30));
        status = await Mine();
        Assert.Equal((0, (DateTimeOffset?)null), (status.Misinformation!.InForce, status.Misinformation.NextEnds));
        Assert.Empty(Following(status));
    }

    [Fact]
    public async Task Who_has_a_rated_post_that_counts_is_told_of_it()
    {
        await Ready();
        await Strike(0);
        Assert.False((await Mine()).InGoodStanding);
    }

    [Fact]
    public async Task What_is_for_specialists_only_counts_for_nobody_elses_eyes()
    {
        await Ready();
        await Strike(0);
        world.Clock.Pass(TimeSpan.FromDays(1));
        await Strike(1);
        Assert.Equal((2, 2), await Seen(World.Moderator));

        await world.Decide(new("post-0"), "child-safety", by: "wren");
        var (inForce, limits) = await Seen(World.ChildSafety);
        Assert.Equal(2, inForce);
        Assert.True(limits > 0);
        // Neither the post itself, nor what two such posts brought.
        foreach (var other in new[] { World.Moderator, World.Lead })
            Assert.Equal((1, 0), await Seen(other));
        Assert.Equal(2, (await Mine()).Misinformation!.InForce);
    }

    [Fact]
    public async Task Staff_see_it_beside_the_breaches()
    {
        await Ready();
        await Strikes(2);
        await Strike(0);
        var file = await world.Do(World.Moderator, new AccountFile(World.Author));
        Assert.Equal((2, 1), (file.StrikesInForce, file.Misinformation!.InForce));
    }

    [Fact]
    public async Task Who_sets_thresholds_sees_how_many_accounts_stand_where()
    {
        await Ready();
        await Strikes(3);
        await Strike(0);
        await Strike(1);
        await RateAs(2, Rating.False, [await Said(2, by: new("somebody"))]);
        var rated = await world.Do(World.PolicyManager, new StrikeHistogram(OfMisinformation: true));
        Assert.Equal((2, "misinformation"), (rated.Accounts, rated.LadderInUse));
        Assert.Equal([1, 1], rated.Now.Select(x => x.Accounts));
        Assert.Equal(rated.Now, rated.Then);
        var breaches = await world.Do(World.PolicyManager, new StrikeHistogram());
        Assert.Equal((1, 3), (breaches.Accounts, Assert.Single(breaches.Bars, x => x.Accounts > 0).Weight));
        Assert.Equal(RepeatOffenderErrors.UnknownLadder, await world.Refuse(World.PolicyManager, new StrikeHistogram(Ladder: "twitch", OfMisinformation: true)));
    }

    private async Task<(int InForce, int Limits)> Seen(Actor.Staff by)
    {
        var file = await world.Do(by, new AccountFile(World.Author));
        if (by == World.ChildSafety)
            return (file.Misinformation!.InForce, file.InForce.Count);

        var status = await world.Do(by, new AccountStatus(World.Author));
        Assert.Equal((status.Misinformation!.InForce, status.AccountOutcomes.Count), (file.Misinformation!.InForce, file.InForce.Count));
        return (status.Misinformation.InForce, status.AccountOutcomes.Count);
    }

    private Task<AccountStatus.Answer> Mine() => world.Do(World.Member, new AccountStatus(World.Author));

    private static IEnumerable<AccountStatus.AccountOutcome> Following(AccountStatus.Answer status) => status.AccountOutcomes.Where(x => x.Guideline == "account.misinformation");
}
