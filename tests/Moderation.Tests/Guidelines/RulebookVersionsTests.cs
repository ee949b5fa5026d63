using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookVersionsTests : Rulemaking
{
    [Fact]
    public async Task Every_version_says_how_far_it_is()
    {
        var second = await Published();
        var third = await Published(from: world.Clock.GetUtcNow().AddDays(2));
        var fourth = await Published(from: world.Clock.GetUtcNow().AddDays(1));
        await world.Do(World.PolicyManager, new WithdrawRulebook(fourth.Version));

        var versions = await world.Do(World.PolicyManager, new RulebookVersions());
        Assert.Equal(
            [(3, VersionState.Scheduled, null), (4, VersionState.Withdrawn, null), (2, VersionState.InForce, third.InForceFrom), (1, VersionState.Superseded, second.InForceFrom)],
            versions.Select(x => (x.Number, x.State, x.Until)));
        Assert.Equal(("stilt", "dunlin", "Because."), (versions[0].ProposedBy, versions[0].AgreedBy, versions[0].Note));
    }

    [Fact]
    public async Task Who_only_reads_the_rules_is_not_told_who_made_them()
    {
        await Published();
        var newest = (await world.Do(World.Moderator, new RulebookVersions()))[0];
        Assert.Equal((2, null, null, null, null), (newest.Number, newest.ProposedBy, newest.AgreedBy, newest.Note, newest.MadeFrom));
    }
}
