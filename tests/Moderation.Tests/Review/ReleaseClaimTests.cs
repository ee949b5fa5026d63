using Moderation.People;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class ReleaseClaimTests : InAWorld
{
    [Fact]
    public async Task The_next_may_take_it_at_once()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Release(claim));

        Assert.Equal(claim.CaseId, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task What_was_given_back_cannot_be_decided()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Release(claim));

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Release(claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
    }

    [Fact]
    public async Task Nobody_gives_back_what_another_holds()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Release(claim) with { Reviewer = World.OtherModerator.Id }));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, Release(claim)));
    }

    private static ReleaseClaim Release(ClaimNextCase.Answer claim) => new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber);
}
