using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class CheckRulebookTests : Rulemaking
{
    [Fact]
    public async Task A_file_without_mistakes_has_none() =>
        Assert.Empty((await world.Do(World.PolicyManager, new CheckRulebook(RulebookFile.Shipped))).Mistakes);

    [Fact]
    public async Task A_mistake_is_named_and_nothing_is_stored()
    {
        var before = world.Fingerprint();
        var mistakes = (await world.Do(World.PolicyManager, new CheckRulebook(Changed(x => x["combinedWeightFloor"] = 2)))).Mistakes;

        Assert.Contains(mistakes, x => x.Code is "rulebook.floorOutOfRange");
        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task A_text_that_is_no_rulebook_at_all_is_a_mistake_too() =>
        Assert.Equal("rulebook.unreadable", (await world.Do(World.PolicyManager, new CheckRulebook("Once upon a time"))).Mistakes[0].Code);
}
