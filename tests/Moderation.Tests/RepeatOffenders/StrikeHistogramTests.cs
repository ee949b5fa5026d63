using Microsoft.Extensions.DependencyInjection;
using Moderation.Enforcement;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>How many strikes accounts have, and where they would stand.</summary>
public sealed class StrikeHistogramTests : InAWorld
{
    [Fact]
    public async Task Accounts_stand_at_their_weight_and_on_the_step_of_either_ladder()
    {
        await Struck("one", 1);
        await Struck("three", 3);
        await Struck("also-three", 3);
        var asked = await world.Do(World.PolicyManager, new StrikeHistogram(Ladder: "youtube"));

        Assert.Equal(3, asked.Accounts);
        Assert.Equal([(1, 1), (3, 2)], asked.Bars.Where(x => x.Accounts > 0).Select(x => (x.Weight, x.Accounts)));
        Assert.Equal(21, asked.Bars.Count);
        Assert.True(asked.Bars[^1].OrMore);
        Assert.Equal([1, 0, 2, 0, 0, 0, 0, 0, 0, 0], asked.Now.Select(x => x.Accounts));
        Assert.Equal([1, 0, 2, 0], asked.Then.Select(x => x.Accounts));
        Assert.Equal(("meta-2023", "youtube"), (asked.LadderInUse, asked.Ladder));
    }

    [Fact]
    public async Task On_another_ladder_strikes_expire_as_it_says()
    {
        await Struck("author", 2);
        world.Clock.Pass(TimeSpan.FromDays(100));
        var asked = await world.Do(World.Lead, new StrikeHistogram(Ladder: "twitch"));

        Assert.Equal([0, 1], asked.Now.Take(2).Select(x => x.Accounts));
        Assert.Equal(0, asked.Then.Sum(x => x.Accounts));
        Assert.Equal(0, (await world.Do(World.Lead, new StrikeHistogram(world.Clock.GetUtcNow().AddDays(-101)))).Accounts);
    }

    [Fact]
    public async Task A_ladder_that_is_not_there_is_refused() =>
        Assert.Equal(RepeatOffenderErrors.UnknownLadder, await world.Refuse(World.Lead, new StrikeHistogram(Ladder: "none")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(500)]
    public async Task However_few_are_read_together_each_account_is_read_once_with_all_that_is_its_own(int together)
    {
        foreach (var (account, times) in new[] { ("B", 1), ("a", 2), ("é", 3), ("a'", 1) })
            await Struck(account, times);
        await world.Do(World.Platform, new CompleteTraining(new("B")));
        using var scope = world.Open();
        var read = new List<(int, int)>();
        await foreach (var record in scope.ServiceProvider.GetRequiredService<StrikeRecords>().All(StrikeKind.Community, Now, together, CancellationToken.None))
            read.Add((record.Strikes.Count, record.Trainings.Count));

        Assert.Equal([(1, 0), (1, 1), (2, 0), (3, 0)], read.Order());
    }

    private async Task Struck(string account, int times)
    {
        for (var i = 0; i < times; i++)
            await world.Decide(await world.Post($"{account}-{i}", new(account)), "spam");
    }
}
