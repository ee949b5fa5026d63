using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class FigurePartsTests : FigureWorld
{
    [Fact]
    public async Task Queues_and_guidelines_can_be_asked_for_but_none_that_only_specialists_know()
    {
        MoveTo("scams", await Open());
        await Open();
        await RestrictedCase();

        var parts = await Ask(new FigureParts());
        Assert.Equal(["scams", "unrouted"], parts.Queues.Select(x => x.Code));
        Assert.Contains(parts.Guidelines, x => x is { Code: "spam", Title.Length: > 0 });
        Assert.DoesNotContain(parts.Guidelines, x => x.Code == "child-safety");
    }
}
