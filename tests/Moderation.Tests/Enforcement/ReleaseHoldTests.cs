using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class ReleaseHoldTests : InAWorld
{
    [Fact]
    public async Task Of_two_holds_the_last_one_released_frees()
    {
        var post = await world.Post();
        var one = await world.Do(World.Lead, new HoldEvidence(SubjectRef.Of(post), null, "One."));
        var other = await world.Do(World.Admin, new HoldEvidence(SubjectRef.Of(post), null, "Other."));

        await world.Do(World.Lead, new ReleaseHold(one.Id, "Done."));
        Assert.True(world.Read(db => db.Content.Single().IsHeld));
        await world.Do(World.Lead, new ReleaseHold(other.Id, "Done."));
        Assert.False(world.Read(db => db.Content.Single().IsHeld));
    }

    [Fact]
    public async Task It_is_released_once_and_a_restricted_one_by_specialists()
    {
        var hold = await world.Do(World.Lead, new HoldEvidence(SubjectRef.Of(await world.Post("spam")), null, "Why."));
        await world.Do(World.Lead, new ReleaseHold(hold.Id, "Done."));
        Assert.Equal(EnforcementErrors.UnknownHold, await world.Refuse(World.Lead, new ReleaseHold(hold.Id, "Again.")));

        var restricted = await world.Decide(await world.Post(), "child-safety", by: "wren");
        var sealedHold = await world.Do(World.ChildSafety, new HoldEvidence(null, restricted.Id, "Why."));
        Assert.Equal(EnforcementErrors.UnknownHold, await world.Refuse(World.Lead, new ReleaseHold(sealedHold.Id, "Done.")));
        await world.Do(World.ChildSafety, new ReleaseHold(sealedHold.Id, "Done."));
    }
}
