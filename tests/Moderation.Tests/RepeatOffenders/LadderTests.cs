using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>What strikes bring about, through the door.</summary>
public sealed class LadderTests : InAWorld
{
    [Fact]
    public async Task The_first_strike_warns_and_the_second_takes_a_feature_for_a_day()
    {
        await Strikes(1);
        Assert.Empty((await Status()).Limits);

        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Decide(await world.Post("second"));
        var limit = Assert.Single((await Status()).Limits);
        Assert.Equal((OutcomeKind.FeatureBlocked, second.MadeAt, (DateTimeOffset?)second.MadeAt.AddDays(1)), (limit.Kind, limit.From, limit.Until));
        Assert.Equal([Feature.Live], limit.Features);

        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty((await Status()).Limits);
    }

    [Fact]
    public async Task A_step_names_its_cause_its_count_and_can_be_appealed_by_itself()
    {
        var strikes = await Strikes(2);

        var step = Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
        Assert.Equal((strikes[1], 2, "meta-2023", Automation.Full), (step.CauseId!.Value, step.LadderStrikes!.Value, step.Ladder, step.Automation));
        await world.Rule(await world.Appeal(step.Id), Ruling.Overturned);
        Assert.Equal((2, 0), await Status() is var status ? (status.Strikes.Count, status.Limits.Count) : default);
    }

    [Fact]
    public async Task A_strike_counts_for_a_year_and_not_an_instant_more()
    {
        var first = await world.Decide(await world.Post());
        world.Clock.Pass(TimeSpan.FromDays(365) - TimeSpan.FromTicks(1));
        Assert.Equal(first.MadeAt.AddDays(365), Assert.Single((await Status()).Strikes).Until);

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.True((await Status()).InGoodStanding);
        await world.Decide(await world.Post("later"));
        Assert.Empty((await Status()).Limits);
    }

    [Fact]
    public async Task Overturning_an_early_strike_counts_the_later_ones_anew()
    {
        var strikes = await Strikes(7);
        Assert.Contains(Feature.Post, (await Status()).Limits.SelectMany(x => x.Features));

        await world.Do(World.Lead, new OverturnDecision(strikes[0], "A mistake.", "lead"));

        Assert.Equal(6, (await Status()).Strikes.Count);
        Assert.All((await Status()).Limits, x => Assert.Equal([Feature.Live], x.Features));
    }

    [Fact]
    public async Task The_next_step_is_told_before_it_is_taken()
    {
        await Strikes(1);
        Assert.Equal("Loss of one feature", (await Status()).NextStep);
    }

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));
}
