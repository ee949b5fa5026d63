using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class DraftsTests : Rulemaking
{
    [Fact]
    public async Task What_is_open_stands_there_the_latest_edit_first()
    {
        var older = await Draft();
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        var newer = await Proposed();
        var given = await Draft();
        await world.Do(World.PolicyManager, new DiscardDraft(given));

        var open = await world.Do(World.PolicyManager, new Drafts());
        Assert.Equal([(newer, DraftState.Proposed, "stilt"), (older, DraftState.Draft, null)], open.Select(x => (x.Id, x.State, x.ProposedBy)));
        Assert.Equal([given], (await world.Do(World.PolicyManager, new Drafts(Closed: true))).Select(x => x.Id));
    }
}
