using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>What an account may do, and that the host hears when it changes.</summary>
public sealed class PermissionsOfTests : InAWorld
{
    [Fact]
    public async Task Whom_nothing_limits_may_do_everything()
    {
        await world.Post();
        Assert.All((await Asked()).Values, x => Assert.True(x.Allowed));
        Assert.Empty(await Told());
    }

    [Fact]
    public async Task A_blocked_feature_is_named_with_its_end_and_its_decision()
    {
        await Strikes(2);
        var step = Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
        var asked = await Asked();

        Assert.Equal(new PermissionsOf.Permission(false, step.Outcomes[0].Until, step.Id), asked[Feature.Live]);
        Assert.All(asked.Where(x => x.Key is not Feature.Live), x => Assert.True(x.Value.Allowed));
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True((await Asked())[Feature.Live].Allowed);
    }

    [Fact]
    public async Task Who_is_suspended_or_disabled_may_do_nothing_and_who_is_demonetised_earns_nothing()
    {
        var post = await world.Post();
        await world.Decide(post, outcomes: [new(OutcomeKind.Demonetised)]);
        Assert.Equal([Feature.Monetise], (await Asked()).Where(x => !x.Value.Allowed).Select(x => x.Key));

        var end = world.Clock.GetUtcNow().AddDays(3);
        await world.Decide(post, outcomes: [new(OutcomeKind.Suspended, Until: end)]);
        Assert.All((await Asked()).Where(x => x.Key is not Feature.Monetise), x => Assert.Equal((false, end), (x.Value.Allowed, x.Value.Until)));
        Assert.Null((await Asked())[Feature.Monetise].Until);
        await world.Decide(post, outcomes: [new(OutcomeKind.Disabled)]);
        Assert.All((await Asked()).Values, x => Assert.Equal((false, (DateTimeOffset?)null), (x.Allowed, x.Until)));
    }

    [Fact]
    public async Task The_host_hears_of_every_change_once_and_of_no_other_command()
    {
        var strikes = await Strikes(1);
        Assert.Empty(await Told());
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Decide(await world.Post("second"));
        var told = Assert.Single(await Told());
        Assert.False(told.GetProperty("permissions").GetProperty("live").GetProperty("allowed").GetBoolean());
        Assert.Equal(world.Clock.GetUtcNow().AddDays(1), told.GetProperty("changes")[0].GetDateTimeOffset());

        // What ends by itself is no news; what is taken back is.
        await world.Decide(await world.Post("third"), outcomes: [new(OutcomeKind.Labelled)]);
        Assert.Single(await Told());
        await world.Do(World.Lead, new OverturnDecision(strikes[0], "A mistake.", "lead"));
        Assert.Equal([false, true], (await Told()).Select(x => x.GetProperty("permissions").GetProperty("live").GetProperty("allowed").GetBoolean()));
    }

    [Fact]
    public async Task Nobody_asks_for_somebody_else_and_nobody_for_whom_we_do_not_know()
    {
        await world.Post();
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(new Actor.Member(new("other")), new PermissionsOf(World.Author)));
        Assert.Equal(AccountErrors.Unknown, await world.Refuse(World.Platform, new PermissionsOf(new("nobody"))));
    }

    private async Task<IReadOnlyDictionary<Feature, PermissionsOf.Permission>> Asked() => (await world.Do(World.Platform, new PermissionsOf(World.Author))).Features;

    private async Task<System.Text.Json.JsonElement[]> Told() =>
        [.. (await world.Do(World.Platform, new EventFeed())).Events.Where(x => x.Type == "permissions.changed").Select(x => x.Data)];
}
