using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class ListedRulesTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Who_decides_sees_only_the_rules_and_clauses_that_are_listed()
    {
        var before = await Codes();
        world.Clock.Pass(new DateTimeOffset(2026, 8, 20, 0, 0, 0, TimeSpan.Zero) - world.Clock.GetUtcNow());
        var after = await Codes();

        Assert.Equal(
            ["rec-clickbait.landing-page", "rec-engagement-bait.giveaway", "rec-health-finance", "rec-misleading", "rec-publishing"],
            before.Except(after).Where(x => !x.StartsWith("rec-health-finance.", StringComparison.Ordinal)
                && !x.StartsWith("rec-misleading.", StringComparison.Ordinal)
                && !x.StartsWith("rec-publishing.", StringComparison.Ordinal)).Order());
        Assert.Equal(
            ["rec-engagement-bait.comment-networks", "rec-self-harm.trivialising", "rec-unoriginal.captions"],
            after.Except(before).Order());
    }

    private async Task<List<string>> Codes() =>
        [.. (await world.Do(World.Moderator, new RulebookView())).Guidelines.SelectMany(x => x.Clauses.Select(c => c.Code).Prepend(x.Code))];
}
