using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookDifferenceTests : Rulemaking
{
    [Fact]
    public async Task A_draft_is_compared_with_a_version()
    {
        var id = await Draft(x => x.Guideline("spam")["strikeWeight"] = 2);

        var change = Assert.Single((await world.Do(World.PolicyManager, new RulebookDifference(1, null, null, id))).Changes);
        Assert.Equal(("guidelines", "spam", "Strike weight 1 → 2"), (change.Part, change.Code, change.Words));
        Assert.Empty((await world.Do(World.PolicyManager, new RulebookDifference(null, id, null, id))).Changes);
    }

    [Fact]
    public async Task A_draft_with_mistakes_is_compared_too_but_not_what_is_no_JSON()
    {
        var half = await world.Do(World.PolicyManager, new ImportDraft("Half", "[]"));
        Assert.NotEmpty((await world.Do(World.PolicyManager, new RulebookDifference(1, null, null, half))).Changes);

        await world.Do(World.PolicyManager, new EditDraft(half, "{", 0));
        Assert.Equal("rulebook.unreadable", (await world.Refuse(World.PolicyManager, new RulebookDifference(1, null, null, half))).Code);
    }

    [Fact]
    public async Task Each_side_is_one_thing()
    {
        Assert.Equal("request.invalid", (await world.Refuse(World.PolicyManager, new RulebookDifference(1, new(Guid.NewGuid()), 1, null))).Code);
        Assert.Equal("request.invalid", (await world.Refuse(World.PolicyManager, new RulebookDifference(1, null, null, null))).Code);
        Assert.Equal(GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new RulebookDifference(1, null, 9, null)));
        Assert.Equal(DraftErrors.Unknown, await world.Refuse(World.PolicyManager, new RulebookDifference(1, null, null, new(Guid.NewGuid()))));
    }
}
