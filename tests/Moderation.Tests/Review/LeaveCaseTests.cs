using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class LeaveCaseTests : InAQueue
{
    private static readonly PageId Page = new(Guid.NewGuid());

    [Fact]
    public async Task A_closed_page_frees_it_after_twenty_seconds()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Leave(claim));

        world.Clock.Pass(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id)));
        world.Clock.Pass(TimeSpan.FromTicks(1));
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
    }

    [Fact]
    public async Task Whoever_loads_it_anew_keeps_it()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Leave(claim));
        world.Clock.Pass(TimeSpan.FromSeconds(19));

        Assert.Equal(Now.AddMinutes(15), (await world.Do(World.Moderator, new RenewClaim(World.Moderator.Id, claim.CaseId, claim.ClaimNumber))).LeaseUntil);
    }

    [Fact]
    public async Task While_another_page_of_theirs_shows_it_it_stays_theirs()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new BeHere(new(Guid.NewGuid()), claim.CaseId));
        await world.Do(World.Moderator, Leave(claim));
        Assert.Equal(claim.LeaseUntil, Stored(claim.CaseId).AvailableAt);

        world.Clock.Pass(TimeSpan.FromSeconds(30));
        await world.Do(World.Moderator, new BeHere(Page, claim.CaseId));
        await world.Do(World.OtherModerator, new BeHere(new(Guid.NewGuid()), claim.CaseId));
        await world.Do(World.Moderator, Leave(claim));
        Assert.Equal(Now.AddSeconds(20), Stored(claim.CaseId).AvailableAt);
    }

    [Fact]
    public async Task It_never_makes_a_claim_longer_and_needs_one()
    {
        var claim = await world.Claimed(World.Moderator);
        world.Clock.Pass(claim.LeaseUntil - Now - TimeSpan.FromSeconds(5));
        await world.Do(World.Moderator, Leave(claim));
        Assert.Equal(claim.LeaseUntil, Stored(claim.CaseId).AvailableAt);

        world.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Leave(claim)));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, Leave(claim)));
    }

    private static LeaveCase Leave(ClaimNextCase.Answer claim) => new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, Page);
}
