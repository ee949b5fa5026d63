using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Enforcement;

public sealed class WithdrawOrderTests : InAWorld
{
    [Fact]
    public async Task What_was_done_on_it_never_was_and_the_people_hear()
    {
        var (one, two) = (await world.Post(), await world.Post("post-2"));
        var order = await world.Do(World.Lead, ObeyOrderTests.Order(SubjectRef.Of(one), SubjectRef.Of(two)) with { Territories = null });
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, two)).Action);
        var answer = await world.Do(await Program(Scope.Enforcer), new WithdrawOrder(order.OrderId, "A court quashed it."));

        Assert.Equal(2, answer.Lifted.Count);
        Assert.True((await world.Verdict(Surface.Feed, one)).IsPlainAllow);
        Assert.True((await world.Verdict(Surface.Feed, two)).IsPlainAllow);
        Assert.Equal(NoticeKind.Overturned, (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1].Kind);
        // It said nothing of our rules, so machines are not told that anything is clear.
        Assert.False((await world.TryAutomate(one)).IsRefused);
    }

    [Fact]
    public async Task It_is_withdrawn_once_with_a_reason_and_there()
    {
        var order = await world.Do(World.Lead, ObeyOrderTests.Order(SubjectRef.Of(await world.Post())));
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, new WithdrawOrder(order.OrderId, ""))));
        Assert.Equal(EnforcementErrors.UnknownOrder, await world.Refuse(World.Lead, new WithdrawOrder(new(Guid.NewGuid()), "Quashed.")));
        await world.Do(World.Lead, new WithdrawOrder(order.OrderId, "Quashed."));
        Assert.Equal(EnforcementErrors.OrderWithdrawn, await world.Refuse(World.Lead, new WithdrawOrder(order.OrderId, "Quashed.")));
    }
}
