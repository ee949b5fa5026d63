using Moderation.Guidelines;
using Moderation.Review;

namespace Moderation.Tests.Review;

/// <summary>That a queue stays quick is read off the database's own plans, not off a clock.</summary>
public sealed class QueuePlanTests : IAsyncLifetime
{
    private const int Many = 200_000;

    private readonly QueryPlans plans = new();
    private readonly World world;

    public QueuePlanTests() => world = new(plans);

    private static Dictionary<string, QueueFilter> Asked { get; } = new()
    {
        ["all"] = new(),
        ["a queue"] = new("unrouted"),
        ["a language"] = new(Language: "l3"),
        ["a guideline"] = new(Guideline: "human-exploitation"),
        ["a severity"] = new(Severity: Severity.Low),
        ["mine"] = new(State: WaitingState.Mine),
        ["claimed"] = new(State: WaitingState.Claimed),
        ["snoozed"] = new(State: WaitingState.Snoozed),
        ["late"] = new(DueWithinHours: 0),
        ["the last minute"] = new(OpenedFrom: new TestClock().GetUtcNow().AddMinutes(-1)),
        ["a rare source"] = new(Source: CaseSource.LegalNotice),
    };

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        ManyCases.Make(world.ConnectionString, Many, world.Clock.GetUtcNow());
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task No_part_of_the_queue_goes_through_all_that_waits_or_sorts_it()
    {
        foreach (var (name, filter) in Asked)
        {
            plans.Clear();
            plans.IsOn = true;
            var first = await world.Do(World.Lead, new ReviewQueue(filter));
            if (first.Next is not null)
                await world.Do(World.Lead, new ReviewQueue(filter, After: first.Next));
            plans.IsOn = false;

            var onCases = plans.Plans.Where(x => x.Sql.Contains("\"Cases\"", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(onCases);
            Assert.All(onCases, x => Assert.False(
                IsSlow(x.Plan), $"{name}:\n{x.Plan}\n\n{x.Sql}"));
        }
    }

    [Fact]
    public async Task A_deep_page_is_sought_and_not_walked_to()
    {
        plans.IsOn = true;
        await world.Do(World.Lead, new ReviewQueue(After: new(5, DateTimeOffset.MinValue, default), Counted: false));

        Assert.Contains(plans.Plans, x => x.Plan.Contains("LaneId=? AND Stage=? AND Priority<?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_rare_is_found_among_many_and_what_is_too_much_is_said_to_be_more()
    {
        Assert.Equal((10_000, true), Count(await world.Do(World.Lead, new ReviewQueue())));
        Assert.Equal((4, false), Count(await world.Do(World.Lead, new ReviewQueue(new(Guideline: "human-exploitation")))));
        Assert.True((await world.Do(World.Lead, new ReviewQueue(new(Source: CaseSource.LegalNotice)))).OrMore);
    }

    private static (int, bool) Count(ReviewQueue.Answer answer) => (answer.Count, answer.OrMore);

    // What a part of the question brought is gone through; only what is stored must not be.
    private static bool IsSlow(string plan) => plan.Split('\n').Any(x =>
        x.StartsWith("SCAN ", StringComparison.Ordinal) && !plan.Contains($"CO-ROUTINE {x[5..]}", StringComparison.Ordinal)
        || x.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
}
