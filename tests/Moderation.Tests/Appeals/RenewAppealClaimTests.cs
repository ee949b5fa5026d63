using Moderation.Appeals;
using Moderation.Review;

namespace Moderation.Tests.Appeals;

public sealed class RenewAppealClaimTests : InAWorld
{
    [Fact]
    public async Task Who_still_looks_keeps_it()
    {
        var claim = await Claim();
        world.Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(claim with { LeaseUntil = Now.AddMinutes(15) }, await world.Do(World.Reviewer, Renew(claim)));

        world.Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id)));
    }

    [Fact]
    public async Task What_ended_is_not_brought_back()
    {
        var claim = await Claim();
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, Renew(claim)));
    }

    [Fact]
    public async Task Nor_with_an_old_number_or_in_anothers_name()
    {
        var claim = await Claim();
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, Renew(claim) with { ClaimNumber = 0 }));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Renew(claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Renew(claim) with { Reviewer = World.OtherModerator.Id }));
    }

    private static RenewAppealClaim Renew(ClaimAppeal.Answer claim) => new(World.Reviewer.Id, claim.AppealId, claim.ClaimNumber);

    private async Task<ClaimAppeal.Answer> Claim() =>
        await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, await world.Appeal((await world.Decide(await world.Post())).Id)));
}
