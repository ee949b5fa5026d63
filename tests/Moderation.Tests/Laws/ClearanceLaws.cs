using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Laws;

// Law 7: cleared stays cleared.
public sealed class ClearanceLaws : IAsyncLifetime
{
    private const string Text = "Win a cake at our summer tombola, tickets are two euro each, come to the shop on Saturday.";

    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    public static TheoryData<string> NearlyTheSame { get; } =
    [
        Text,
        Text.ToUpperInvariant(),
        Text + " !!!",
        Text.Replace(" ", "  ", StringComparison.Ordinal),
        Text.Replace("a", "\u200Ba", StringComparison.Ordinal),
        Text.Replace("two", "three", StringComparison.Ordinal),
        Text.Replace("é", "e", StringComparison.Ordinal) + " 🍰",
    ];

    [Theory]
    [MemberData(nameof(NearlyTheSame))]
    public async Task No_machine_repeats_what_a_person_took_back(string edited)
    {
        var post = await Overturned("fraud");
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Post(post.Value, text: edited);

        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(post, "fraud"));
        Assert.Equal(VerdictAction.Allow, (await world.Verdict(Surface.Feed, post)).Action);
    }

    [Fact]
    public async Task Another_detector_or_version_changes_nothing()
    {
        var post = await Overturned("fraud");
        foreach (var (detector, version) in new[] { ("giveaway-text", "8"), ("wallet-bank", "1") })
            Assert.Null((await world.Do(World.Platform, new SendSignal(SubjectRef.Of(post), detector, version, "fraud", 0.99, "fraud"))).CaseId);
    }

    [Fact]
    public async Task What_says_something_else_may_be_judged_anew()
    {
        var post = await Overturned("fraud");
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Post(post.Value, text: "Send me one coin and I return you two within the hour, only until midnight.");

        Assert.False((await world.TryAutomate(post, "fraud")).IsRefused);
    }

    [Fact]
    public async Task Another_rule_may_be_broken_all_the_same() => Assert.False((await world.TryAutomate(await Overturned("fraud"), "spam")).IsRefused);

    [Fact]
    public async Task A_person_may() => Assert.Equal(Finding.Violates, (await world.Decide(await Overturned("fraud"))).Finding);

    private async Task<ContentId> Overturned(string guideline)
    {
        var post = await world.Post(text: Text);
        var decision = (await world.TryAutomate(post, guideline)).Match(x => x, x => throw new InvalidOperationException(x.Code));
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "An ordinary tombola.", "lead"));
        return post;
    }
}
