using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RollBackRulebookTests : Rulemaking
{
    [Fact]
    public async Task Going_back_is_a_new_version_that_a_second_person_agrees_to()
    {
        await Published(x => x.Guideline("spam")["severity"] = "high");
        var draft = await world.Do(World.PolicyManager, new RollBackRulebook(1, "Too harsh."));
        Assert.Equal(2, await InForce());
        Assert.Equal(DraftErrors.SamePerson, await world.Refuse(World.PolicyManager, new AgreeToRulebook(draft)));

        world.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await world.Do(World.OtherPolicyManager, new AgreeToRulebook(draft))).Version);
        Assert.Equal(RulebookFile.Shipped, (await world.Do(World.PolicyManager, new VersionFile(3))).Json);
        Assert.Equal(3, await InForce());
    }

    [Fact]
    public async Task One_goes_back_to_what_was_in_force()
    {
        var scheduled = await Published(from: world.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(DraftErrors.AlreadyInForce, await world.Refuse(World.PolicyManager, new RollBackRulebook(1, "Because.")));
        Assert.Equal(DraftErrors.NeverInForce, await world.Refuse(World.PolicyManager, new RollBackRulebook(scheduled.Version, "Because.")));
        Assert.Equal(GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new RollBackRulebook(99, "Because.")));
    }
}
