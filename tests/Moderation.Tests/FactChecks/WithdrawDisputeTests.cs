using Moderation.FactChecks;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>Who asked may take it back, and nobody else.</summary>
public sealed class WithdrawDisputeTests : OnADispute
{
    [Fact]
    public async Task Nothing_is_asked_any_more_and_the_appeal_is_open()
    {
        var decision = await Rated();
        var dispute = await Dispute(decision);
        Assert.Equal(DisputeErrors.NotYours, await world.Refuse(new Actor.Member(new("somebody")), new WithdrawDispute(dispute)));
        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(World.Member, new WithdrawDispute(new(Guid.NewGuid()))));

        Assert.Equal(DisputeState.Withdrawn, (await world.Do(World.Member, new WithdrawDispute(dispute))).State);
        Assert.Equal("dispute.withdrawn", (await world.Refuse(Checker, Says(dispute, DisputeAnswer.Upheld))).Code);
        await world.Appeal(decision);
    }
}
