using Moderation.FactChecks;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>The author follows a dispute, and no other member does.</summary>
public sealed class DisputeProgressTests : OnADispute
{
    [Fact]
    public async Task The_author_reads_how_it_stands_and_nobody_else_does()
    {
        var dispute = await Dispute(await Rated());
        Assert.Equal(DisputeErrors.Unknown, await world.Refuse(new Actor.Member(new("somebody")), new DisputeProgress(dispute)));
        Assert.Equal(DisputeState.Filed, (await world.Do(World.Member, new DisputeProgress(dispute))).State);

        await world.Do(Checker, Says(dispute, DisputeAnswer.Upheld));
        var told = await world.Do(World.Member, new DisputeProgress(dispute));
        Assert.Equal((DisputeState.Answered, DisputeAnswer.Upheld, "We looked at the minutes."), (told.State, told.Says, told.Reason));
    }
}
