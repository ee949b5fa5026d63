using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Appeals;

public sealed class FindOnAppealTests : InAWorld
{
    [Fact]
    public async Task The_first_reasoning_is_shown_only_after_ones_own_finding()
    {
        var claim = await Claim();
        Assert.Null((await world.Do(World.Reviewer, new AppealFile(claim.AppealId))).First);

        await world.Do(World.Reviewer, Find(claim));

        var file = await world.Do(World.Reviewer, new AppealFile(claim.AppealId));
        Assert.Equal((Finding.DoesNotViolate, "As seen."), (file.FreshFinding, file.First!.Rationale));
    }

    [Fact]
    public async Task A_finding_is_locked()
    {
        var claim = await Claim();
        await world.Do(World.Reviewer, Find(claim));
        Assert.Equal(AppealErrors.FindingLocked, await world.Refuse(World.Reviewer, Find(claim) with { Finding = Finding.Violates }));
    }

    [Fact]
    public async Task Only_who_holds_it_finds()
    {
        var claim = await Claim();
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Find(claim) with { Reviewer = World.OtherModerator.Id }));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Find(claim)));
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, Find(claim)));
    }

    private static FindOnAppeal Find(ClaimAppeal.Answer claim) => new(World.Reviewer.Id, claim.AppealId, claim.ClaimNumber, Finding.DoesNotViolate);

    private async Task<ClaimAppeal.Answer> Claim() =>
        await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, await world.Appeal((await world.Decide(await world.Post())).Id)));
}
