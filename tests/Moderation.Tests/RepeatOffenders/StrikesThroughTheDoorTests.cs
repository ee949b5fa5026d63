using System.Text.Json.Nodes;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>What a decision counts for, and how long, through the door.</summary>
public sealed class StrikesThroughTheDoorTests : InAWorld
{
    [Fact]
    public async Task What_was_posted_ninety_days_ago_still_gets_a_strike_and_a_tick_before_that_none()
    {
        await Decided("fraud", Now.AddDays(-90).AddTicks(-1));
        Assert.True((await Status()).InGoodStanding);
        await Decided("fraud", Now.AddDays(-90));
        Assert.Single((await Status()).Strikes);
        Assert.Equal(2, (await Status()).Content.Count);
    }

    [Theory]
    [InlineData(2026, 1, 1)]
    [InlineData(2028, 2, 29)] // four years before is a leap day too
    [InlineData(2028, 3, 1)]
    [InlineData(2027, 2, 28)]
    public async Task Severe_rules_look_back_four_years_to_the_tick(int year, int month, int day)
    {
        world.Clock.Pass(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero) - Now);
        var edge = new DateTimeOffset(year - 4, month, day, 12, 0, 0, TimeSpan.Zero);

        await Decided("sexual-exploitation", edge.AddTicks(-1));
        Assert.Empty((await Status()).Strikes);
        await Decided("sexual-exploitation", edge);
        Assert.Single((await Status()).Strikes);
    }

    [Fact]
    public async Task What_was_too_old_for_a_strike_lifts_nobody_to_the_next_step()
    {
        await Strikes(1);
        await Decided("fraud", Now.AddDays(-91));
        Assert.Equal((1, 0), await Status() is var status ? (status.Strikes.Count, status.Limits.Count) : default);
    }

    [Theory]
    [InlineData(2, "Loss of one feature")]
    [InlineData(7, "No creating of content for 1 day")]
    public async Task A_rule_of_more_weight_reaches_a_later_row_at_once(int weight, string step)
    {
        world.GoLive(ShippedRulebook.With(x => x.Guideline("fraud")["strikeWeight"] = weight));
        await Strikes(1);

        var derived = Assert.Single(Steps());
        Assert.Equal((weight, $"Meta, from February 2023: {weight} strikes in force. {step}."), (derived.LadderStrikes!.Value, derived.Rationale));
        Assert.Equal(weight, Assert.Single((await Status()).Strikes).Weight);
    }

    [Fact]
    public async Task One_breach_that_costs_the_account_closes_it_until_it_is_overturned()
    {
        world.GoLive(ShippedRulebook.With(x => x.Guideline("fraud")["oneStrike"] = true));
        var breach = Assert.Single(await Strikes(1));
        Assert.Equal(OutcomeKind.Disabled, Assert.Single((await Status()).Limits).Kind);

        await Overturn(breach);
        Assert.True((await Status()).InGoodStanding);
        Assert.Equal(DecisionState.Superseded, Assert.Single(Steps()).State);
    }

    [Fact]
    public async Task Three_removals_of_one_run_are_one_strike_that_lives_until_the_last_is_overturned()
    {
        var removals = await Batch(3);
        var strike = Assert.Single((await Status()).Strikes);
        Assert.Equal(1, strike.Weight);
        await Strikes(1);
        Assert.Equal(2, Assert.Single(Steps()).LadderStrikes);

        await Overturn(removals[0]);
        await Overturn(removals[2]);
        Assert.Equal((2, DecisionState.InForce), ((await Status()).Strikes.Count, Assert.Single(Steps()).State));
        await Overturn(removals[1]);
        Assert.Equal((1, DecisionState.Superseded), ((await Status()).Strikes.Count, Assert.Single(Steps()).State));
    }

    [Fact]
    public async Task A_step_that_a_run_reached_stands_as_long_as_one_of_its_removals()
    {
        await Strikes(1);
        var removals = await Batch(3);
        Assert.Equal([2], Steps().Select(x => x.LadderStrikes!.Value));

        await Overturn(removals[0]);
        await Overturn(removals[1]);
        Assert.Equal(2, Assert.Single(Steps(), x => x.State is DecisionState.InForce).LadderStrikes);
        await Overturn(removals[2]);
        Assert.DoesNotContain(Steps(), x => x.State is DecisionState.InForce);
    }

    [Fact]
    public async Task Repeats_under_one_rule_lengthen_what_they_bring()
    {
        world.GoLive(ShippedRulebook.With(x => x["ladder"] = "twitch"));
        var first = await Strikes(1);
        var second = await world.Decide(await world.Post("second"));
        Assert.Equal(second.MadeAt.AddDays(2), Assert.Single((await Status()).Limits).Until);

        await Overturn(first[0]);
        Assert.Empty((await Status()).Limits);
    }

    [Fact]
    public async Task Another_ladder_counts_for_later_strikes_and_ends_nothing()
    {
        await Strikes(2);
        var before = Assert.Single((await Status()).Limits);
        world.GoLive(ShippedRulebook.With(x => x["ladder"] = "meta-2018"));
        var third = await world.Decide(await world.Post("third"));

        Assert.Equal([("meta-2023", 2), ("meta-2018", 3)], Steps().Select(x => (x.Ladder!, x.LadderStrikes!.Value)));
        Assert.Equal([before.Until, third.MadeAt.AddDays(3)], (await Status()).Limits.Select(x => x.Until));
    }

    [Fact]
    public async Task Own_bank_details_never_count()
    {
        await Decided("own-details", Now);
        Assert.Empty((await Status()).Strikes);
        Assert.Single((await Status()).Content);
    }

    private int posts;

    private async Task Decided(string guideline, DateTimeOffset posted) =>
        await world.Decide(await world.Post($"item-{posts++}", createdAt: posted), guideline);

    private async Task<DecisionId[]> Batch(int count)
    {
        var items = new List<SubjectRef>();
        for (var i = 0; i < count; i++)
            items.Add(SubjectRef.Of(await world.Post($"batch-{i}")));
        var run = await world.Do(World.Moderator, new DecideBatch(items, "spam", Finding.Violates, null, "One campaign."));
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Work(run.Id);
        return [.. world.Read(db => db.Decisions.Where(x => x.BatchId == run.Id).OrderBy(x => x.Id).ToList()).Select(x => x.Id)];
    }

    private async Task Overturn(DecisionId decision) => await world.Do(World.Lead, new OverturnDecision(decision, "A mistake.", "lead"));

    private List<Decision> Steps() => world.Read(db => db.Decisions.Where(x => x.Ladder != null).OrderBy(x => x.MadeAt).ToList());

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));
}
