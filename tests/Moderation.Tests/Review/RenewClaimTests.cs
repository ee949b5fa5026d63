using Moderation.People;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class RenewClaimTests : InAWorld
{
    [Fact]
    public async Task Who_still_looks_keeps_the_case()
    {
        var claim = await world.Claimed(World.Moderator);
        world.Clock.Pass(TimeSpan.FromMinutes(14));
        var renewed = await world.Do(World.Moderator, Renew(claim));
        Assert.Equal((claim.ClaimNumber, Now.AddMinutes(15)), (renewed.ClaimNumber, renewed.LeaseUntil));

        world.Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id)));
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
    }

    [Fact]
    public async Task An_ended_claim_is_not_brought_back()
    {
        var claim = await world.Claimed(World.Moderator);
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Renew(claim)));
    }

    [Fact]
    public async Task An_old_number_is_refused()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new ReleaseClaim(World.Moderator.Id, claim.CaseId, claim.ClaimNumber));
        await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, claim.CaseId));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Renew(claim)));
    }

    [Fact]
    public async Task Somebody_elses_claim_is_theirs()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Renew(claim) with { Reviewer = World.OtherModerator.Id }));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, Renew(claim)));
    }

    private static RenewClaim Renew(ClaimNextCase.Answer claim) => new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber);
}
