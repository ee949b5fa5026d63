using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class HoldsTests : InAWorld
{
    [Fact]
    public async Task Those_that_stand_are_listed_and_restricted_ones_to_specialists_alone()
    {
        var hold = await world.Do(World.Lead, new HoldEvidence(SubjectRef.Of(await world.Post("spam")), null, "Why."));
        var restricted = await world.Decide(await world.Post(), "child-safety", by: "wren");
        await world.Do(World.ChildSafety, new HoldEvidence(null, restricted.Id, "Sealed."));

        Assert.Equal("Why.", Assert.Single((await world.Do(World.Lead, new Holds())).Rows).Reason);
        Assert.Equal(2, (await world.Do(World.ChildSafety, new Holds())).Rows.Count);

        await world.Do(World.Lead, new ReleaseHold(hold.Id, "Done."));
        Assert.Empty((await world.Do(World.Lead, new Holds())).Rows);
        Assert.Equal("Done.", Assert.Single((await world.Do(World.Lead, new Holds(Released: true))).Rows).ReleaseReason);
    }
}
