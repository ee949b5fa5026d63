using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class WithdrawRulebookTests : Rulemaking
{
    [Fact]
    public async Task A_scheduled_version_that_is_withdrawn_never_counts()
    {
        var from = world.Clock.GetUtcNow().AddDays(1);
        var scheduled = await Published(from: from);
        await world.Do(World.PolicyManager, new WithdrawRulebook(scheduled.Version));
        world.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(1, await InForce());
        Assert.Equal(1, (await world.Decide(await world.Post())).RulebookVersion);
        Assert.Equal(DraftErrors.NotScheduled, await world.Refuse(World.PolicyManager, new WithdrawRulebook(scheduled.Version)));
    }

    [Fact]
    public async Task Its_instant_is_free_again()
    {
        var from = world.Clock.GetUtcNow().AddDays(1);
        await world.Do(World.PolicyManager, new WithdrawRulebook((await Published(from: from)).Version));

        Assert.Equal((3, from), await Published(from: from) is var next ? (next.Version, next.InForceFrom) : default);
    }

    [Fact]
    public async Task What_has_come_into_force_stays()
    {
        var from = world.Clock.GetUtcNow().AddDays(1);
        var scheduled = await Published(from: from);
        world.Clock.Pass(from - world.Clock.GetUtcNow());

        Assert.Equal(DraftErrors.NotScheduled, await world.Refuse(World.PolicyManager, new WithdrawRulebook(scheduled.Version)));
        Assert.Equal(GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new WithdrawRulebook(99)));
    }
}
