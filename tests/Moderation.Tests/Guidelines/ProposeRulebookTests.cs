using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class ProposeRulebookTests : Rulemaking
{
    [Fact]
    public async Task A_proposal_changes_no_rule()
    {
        var id = await Proposed(x => x.Guideline("spam")["severity"] = "high");
        world.Clock.Pass(TimeSpan.FromDays(30));

        Assert.Equal(1, await InForce());
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.OtherPolicyManager, new ProposeRulebook(id, null, "Again.")));
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_not_proposed()
    {
        var id = await Draft(x => x.Guideline("spam")["severity"] = "grave");

        var refusal = await world.Refuse(World.PolicyManager, new ProposeRulebook(id, null, "Because."));
        Assert.Equal("draft.mistaken", refusal.Code);
        Assert.Contains("grave", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_rule_comes_into_force_in_the_past()
    {
        var id = await Draft();
        Assert.Equal(DraftErrors.FromPast, await world.Refuse(
            World.PolicyManager, new ProposeRulebook(id, world.Clock.GetUtcNow().AddTicks(-1), "Because.")));
        await world.Do(World.PolicyManager, new ProposeRulebook(id, world.Clock.GetUtcNow(), "Because."));
    }

    [Fact]
    public async Task It_says_why()
    {
        var id = await Draft();
        Assert.Equal("request.invalid", (await world.Refuse(World.PolicyManager, new ProposeRulebook(id, null, ""))).Code);
        Assert.Equal("request.invalid", (await world.Refuse(
            World.PolicyManager, new ProposeRulebook(id, null, new string('x', RulebookDraft.MaxNoteLength + 1)))).Code);
    }
}
