using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class DiscardDraftTests : Rulemaking
{
    [Fact]
    public async Task It_is_given_up_for_good()
    {
        var id = await Draft();
        await world.Do(World.PolicyManager, new DiscardDraft(id));

        var draft = await Open(id);
        Assert.Equal(DraftState.Discarded, draft.State);
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.PolicyManager, new EditDraft(id, "{}", draft.Version)));
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.PolicyManager, new ProposeRulebook(id, null, "Yet.")));
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.PolicyManager, new DiscardDraft(id)));
    }

    [Fact]
    public async Task What_is_proposed_or_in_force_is_not_discarded()
    {
        Assert.Equal(DraftErrors.NotOpen, await world.Refuse(World.PolicyManager, new DiscardDraft(await Proposed())));
        Assert.Equal(DraftErrors.Unknown, await world.Refuse(World.PolicyManager, new DiscardDraft(new(Guid.NewGuid()))));
    }
}
