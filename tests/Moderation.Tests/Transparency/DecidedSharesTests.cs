using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class DecidedSharesTests : FigureWorld
{
    [Fact]
    public async Task A_decision_counts_once_by_the_hardest_it_brought()
    {
        await Judge(await Open("fraud"), "fraud");
        await Judge(await Open("fraud"), "fraud");
        await Judge(await Open(), finding: Finding.DoesNotViolate);
        Later();

        var shares = await Ask(new DecidedShares());
        Assert.Equal((3, 3), (shares.Decided, shares.Looked));
        Assert.Equal([(OutcomeKind.Removed, true, 2), (null, false, 1)], shares.Rows.Select(x => (x.Kind, x.IsBreach, x.Count)));
    }

    [Fact]
    public async Task What_was_overturned_was_decided_all_the_same()
    {
        var decision = await Judge(await Open("fraud"), "fraud");
        Later();
        await Appealed(decision, Ruling.Overturned);
        Later();

        Assert.Equal((OutcomeKind.Removed, true, 1), Assert.Single((await Ask(new DecidedShares())).Rows) is var row ? (row.Kind, row.IsBreach, row.Count) : default);
    }

    [Fact]
    public async Task A_part_has_its_own()
    {
        await Judge(await Open("fraud"), "fraud");
        await Judge(await Open(), finding: Finding.DoesNotViolate);
        Later();

        Assert.True(Assert.Single((await Ask(new DecidedShares(Guideline: "fraud"))).Rows).IsBreach);
        Assert.False(Assert.Single((await Ask(new DecidedShares(Guideline: "spam"))).Rows).IsBreach);
        Assert.Empty((await Ask(new DecidedShares(Queue: "scams"))).Rows);
    }
}
