using Moderation.Activity;
using Moderation.Detection;

namespace Moderation.Tests.Storage;

/// <summary>Every question about activity seeks in an index: there are more rows of it than of anything else.</summary>
public sealed class ActivityPlanTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["\"Interactions\"", "\"Follows\"", "\"ViewerChoices\"", "\"QuickTies\""];

    private readonly QueryPlans plans = new();
    private readonly World world;

    public ActivityPlanTests() => world = new(plans);

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Telling_sweeping_and_forgetting_scan_nothing()
    {
        plans.IsOn = true;
        var now = world.Clock.GetUtcNow();
        await world.Do(World.Platform, new TellInteractions([new(new("a"), new("p"), InteractionKind.Like, now.AddHours(-1), Device: "phone")]));
        await world.Do(World.Platform, new TellFollows([new(new("a"), new("b"), now.AddHours(-1), Device: "phone")]));
        await world.Do(World.Platform, new TellViewerChoices([new(new("a"), ViewerChoiceKind.Mute, now, "b")]));
        await world.Do(World.Product, new BeginSweep());
        while (await world.Do(World.Product, new SeekInauthentic()) is { At: { } at, Next: { } next } seen)
            await world.Do(World.Product, new AdvanceSweep(at, next, seen.Ties));
        await world.Do(World.Product, new ForgetActivity());

        var asked = plans.Plans.Where(x => Tables.Any(y => x.Sql.Contains(y, StringComparison.Ordinal))
            && x.Sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        Assert.InRange(asked.Count, 12, 40);
        Assert.All(asked, x => Assert.DoesNotContain(x.Plan.Split('\n'), y => y.StartsWith("SCAN", StringComparison.Ordinal) && !y.Contains("VIRTUAL TABLE", StringComparison.Ordinal)));
    }
}
