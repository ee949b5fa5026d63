using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RefuseRulebookTests : Rulemaking
{
    [Fact]
    public async Task What_is_refused_is_a_draft_again_and_says_why()
    {
        var id = await Proposed();
        await world.Do(World.OtherPolicyManager, new RefuseRulebook(id, "Too harsh."));

        var draft = await Open(id);
        Assert.Equal((DraftState.Draft, null, new DraftFile.Refused("dunlin", "Too harsh.")), (draft.State, draft.Proposal, draft.Refusal));
        Assert.Equal(DraftErrors.NotProposed, await world.Refuse(World.OtherPolicyManager, new AgreeToRulebook(id)));
        await world.Do(World.PolicyManager, new ProposeRulebook(id, null, "Softer."));
        Assert.Null((await Open(id)).Refusal);
    }

    [Fact]
    public async Task Who_proposed_may_take_it_back()
    {
        var id = await Proposed();
        await world.Do(World.PolicyManager, new RefuseRulebook(id, "Not yet."));

        Assert.Equal(DraftState.Draft, (await Open(id)).State);
        Assert.Equal(DraftErrors.NotProposed, await world.Refuse(World.PolicyManager, new RefuseRulebook(id, "Not yet.")));
    }
}
