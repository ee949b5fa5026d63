using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class OrdersTests : InAWorld
{
    [Fact]
    public async Task The_newest_stands_first_with_all_that_was_done()
    {
        var subject = SubjectRef.Of(await world.Post());
        var first = await world.Do(World.Lead, ObeyOrderTests.Order(subject));
        await world.Do(World.Lead, new WithdrawOrder(first.OrderId, "Quashed."));
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Do(World.Lead, ObeyOrderTests.Order(subject) with { Reference = "26/2", ConfidentialUntil = Now.AddDays(7) });

        var answer = await world.Do(World.Lead, new Orders());
        Assert.Equal([second.OrderId, first.OrderId], answer.Rows.Select(x => x.Id));
        Assert.Equal((Now.AddDays(7), null, Now), (answer.Rows[0].ConfidentialUntil, answer.Rows[0].WithdrawnAt, Assert.Single(answer.Rows[0].Subjects).EffectiveAt));
        Assert.Equal("Quashed.", answer.Rows[1].WithdrawReason);
        Assert.Null(answer.Next);

        var part = await world.Do(World.Lead, new Orders(Take: 1));
        Assert.Equal([first.OrderId], (await world.Do(World.Lead, new Orders(part.Next!.Value, 1))).Rows.Select(x => x.Id));
    }
}
