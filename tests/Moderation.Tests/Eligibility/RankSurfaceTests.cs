using Moderation.Eligibility;
using Moderation.Ranking;

namespace Moderation.Tests;

public sealed class RankSurfaceTests : InAWorld
{
    private static readonly Dictionary<string, double> Liked = new() { ["like"] = 0.5 };

    [Fact]
    public async Task What_is_dropped_is_never_placed_and_says_why()
    {
        WithoutAccountRules();
        await world.Decide(await world.Post("bad"));
        await world.Post("good");

        var answer = await Rank(RankOrder.Ranked, "bad", "good");
        Assert.Equal(["good"], answer.Items.Select(x => x.Content));
        var left = Assert.Single(answer.Left);
        Assert.Equal("bad", left.Content);
        Assert.Equal(["fraud"], left.Grounds);
    }

    [Fact]
    public async Task A_demoted_items_value_is_exactly_its_share()
    {
        WithoutAccountRules();
        await world.Post("twin");
        await world.Decide(await world.Post("lowered"), outcomes: [new(OutcomeKind.Demoted, Weight: 0.25)]);

        var items = (await Rank(RankOrder.Ranked, "lowered", "twin")).Items;
        Assert.Equal(["twin", "lowered"], items.Select(x => x.Content));
        Assert.Equal(items[0].Value * 0.25, items[1].Value);
        Assert.Contains(items[1].Because, x => x.Code is "ground.fraud" && x.Value == 0.25);
    }

    [Fact]
    public async Task In_the_order_of_time_the_newest_comes_first_and_dropped_stays_dropped()
    {
        await world.Decide(await world.Post("bad"));
        var answer = await world.Do(World.Product, new RankSurface(Surface.Feed, Viewer.Adult, RankOrder.Chronological,
            [new(new("old"), null, Now.AddHours(-2), Predictions: Liked), new(new("bad"), null, Now), new(new("new"), null, Now.AddHours(-1))], 10));
        Assert.Equal(["new", "old"], answer.Items.Select(x => x.Content));
    }

    [Fact]
    public async Task No_more_are_placed_than_asked_for() =>
        Assert.Single((await world.Do(World.Product, Asked(RankOrder.Ranked, "a", "b") with { Limit = 1 })).Items);

    [Fact]
    public async Task Nothing_to_rank_is_ranked() => Assert.Empty((await Rank(RankOrder.Ranked)).Items);

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        Assert.Equal(["limit"], FieldsOf(await world.Refuse(World.Product, Asked(RankOrder.Ranked, "a") with { Limit = 0 })));
        Assert.Equal(["limit"], FieldsOf(await world.Refuse(World.Product, Asked(RankOrder.Ranked, "a") with { Limit = RankSurface.MaxLimit + 1 })));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, Asked(RankOrder.Ranked, ""))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, Asked(RankOrder.Ranked) with
        {
            Candidates = [new(new("a"), null, Now, Predictions: new Dictionary<string, double> { ["like"] = 1.5 })],
        })));
    }

    private Task<RankSurface.Answer> Rank(RankOrder order, params string[] content) => world.Do(World.Product, Asked(order, content));

    private RankSurface Asked(RankOrder order, params string[] content) => new(
        Surface.Feed, Viewer.Adult, order, [.. content.Select(x => new RankSurface.Candidate(new(x), null, Now, Predictions: Liked))], 10);
}
