using Moderation.Appeals;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class OverturnedDecisionsTests : FigureWorld
{
    [Fact]
    public async Task What_a_figure_is_made_of_can_be_looked_at_the_latest_first()
    {
        var (first, second) = (await Judge(await Open()), await Judge(await Open("fraud", "ar"), "fraud"));
        await Appealed(first, Ruling.Overturned);
        Later(5);
        await Appealed(second, Ruling.Overturned);
        await Appealed(await Judge(await Open()), Ruling.Upheld);
        Later();

        var listed = await Ask(new OverturnedDecisions());
        Assert.Equal((2, second.Id, first.Id), (listed.Count, listed.Rows[0].Decision, listed.Rows[1].Decision));
        Assert.Equal(("fraud", "ar", true), (listed.Rows[0].Guideline, listed.Rows[0].Language, listed.Rows[0].Case is not null));
        Assert.Equal(first.Id, Assert.Single((await Ask(new OverturnedDecisions(Language: "nl"))).Rows).Decision);
        Assert.Equal(2, (await Ask(new OverturnedDecisions(Take: 1))).Count);
    }

    [Fact]
    public async Task What_was_sealed_since_is_not_listed()
    {
        var decision = await Judge(await Open());
        await Appealed(decision, Ruling.Overturned);
        await Report(new("figure-1"), "child-safety");
        Later();

        Assert.Empty((await Ask(new OverturnedDecisions())).Rows);
    }
}
