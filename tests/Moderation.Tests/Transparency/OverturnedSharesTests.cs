using Moderation.Appeals;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class OverturnedSharesTests : FigureWorld
{
    [Fact]
    public async Task Of_the_appeals_ruled_on_it_tells_how_many_overturned()
    {
        await Appealed(await Judge(await Open()), Ruling.Overturned);
        await Appealed(await Judge(await Open()), Ruling.PartlyOverturned);
        await Appealed(await Judge(await Open()), Ruling.Upheld);
        await Appealed(await Judge(await Open()), Ruling.Inadmissible);
        await Judge(await Open());
        Later();

        var errors = await Ask(new OverturnedShares());
        Assert.Equal((3, 2), (errors.Ruled, errors.Overturned));
        var group = Assert.Single(errors.Languages);
        Assert.Equal(("nl", 3, 2, false), (group.Code, group.Ruled, group.Overturned, group.IsBeyondChance));
        Assert.InRange(group.Share, group.Low, group.High);
    }

    [Fact]
    public async Task A_language_that_is_judged_worse_beyond_chance_is_named()
    {
        for (var i = 0; i < 12; i++)
        {
            await Appealed(await Judge(await Open(language: "ar")), i < 9 ? Ruling.Overturned : Ruling.Upheld);
            await Appealed(await Judge(await Open(language: i % 2 == 0 ? "nl" : "en-GB")), i < 2 ? Ruling.Overturned : Ruling.Upheld);
        }

        Later();
        var errors = await Ask(new OverturnedShares());
        Assert.Equal([("ar", true, 9), ("en", false, 1), ("nl", false, 1)], errors.Languages.Select(x => (x.Code, x.IsBeyondChance, x.Overturned)));
        Assert.Equal(("spam", 24), Assert.Single(errors.Guidelines) is var one ? (one.Code, one.Ruled) : default);
        Assert.Equal(9, (await Ask(new OverturnedDecisions(Language: "ar"))).Count);
    }

    [Fact]
    public async Task Small_groups_are_told_of_together()
    {
        for (var i = 0; i < 10; i++)
            await Appealed(await Judge(await Open(language: $"q{(char)('a' + i)}")), Ruling.Upheld);

        Later();
        var errors = await Ask(new OverturnedShares());
        Assert.Equal(OverturnedShares.MostGroups, errors.Languages.Count);
        Assert.Equal((OverturnedShares.Rest, 3), (errors.Languages[^1].Code, errors.Languages[^1].Ruled));
        Assert.Equal(errors.Ruled, errors.Languages.Sum(x => x.Ruled));
    }

    [Fact]
    public async Task Queues_and_guidelines_have_their_own()
    {
        var (one, other) = (await Open("fraud"), await Open());
        MoveTo("scams", one);
        await Appealed(await Judge(one, "fraud"), Ruling.Overturned);
        await Appealed(await Judge(other), Ruling.Upheld);
        Later();

        var errors = await Ask(new OverturnedShares());
        Assert.Equal([("scams", 1), ("unrouted", 0)], errors.Queues.Select(x => (x.Code, x.Overturned)));
        Assert.Equal((1, 1), await Ask(new OverturnedShares(Queue: "scams")) is var scams ? (scams.Ruled, scams.Overturned) : default);
        Assert.Equal((1, 0), await Ask(new OverturnedShares(Guideline: "spam")) is var spam ? (spam.Ruled, spam.Overturned) : default);
    }
}
