using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class StartDraftTests : Rulemaking
{
    [Fact]
    public async Task A_draft_begins_as_the_rulebook_in_force()
    {
        var draft = await Open(await world.Do(World.PolicyManager, new StartDraft(null, "Spring")));

        Assert.Equal(("Spring", RulebookFile.Shipped, 1, 1, DraftState.Draft), (draft.Name, draft.Json, draft.BasedOn, draft.InForce, draft.State));
        Assert.Equal(("stilt", "stilt", 0), (draft.MadeBy, draft.EditedBy, draft.Mistakes.Count));
    }

    [Fact]
    public async Task It_may_begin_as_an_older_version_and_says_so()
    {
        await Published(x => x["name"] = "Second");
        var draft = await Open(await world.Do(World.PolicyManager, new StartDraft(1, "From the first")));

        Assert.Equal((1, 2, RulebookFile.Shipped), (draft.BasedOn, draft.InForce, draft.Json));
    }

    [Fact]
    public async Task A_version_that_never_was_begins_nothing() =>
        Assert.Equal(GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new StartDraft(7, "Spring")));

    [Fact]
    public async Task It_needs_a_name() => Assert.Equal("request.invalid", (await world.Refuse(World.PolicyManager, new StartDraft(null, " "))).Code);
}
