using Moderation.Appeals;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Tests.Appeals;

public sealed class WithdrawAppealTests : InAWorld
{
    [Fact]
    public async Task Who_appealed_takes_it_back_and_the_decision_stands()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        Assert.Equal(AppealState.Withdrawn, (await world.Do(World.Member, new WithdrawAppeal(appeal))).State);

        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("post-1"))).Action);
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Reviewer, new ClaimAppeal(World.Reviewer.Id)));
    }

    [Fact]
    public async Task Even_while_somebody_looks_who_then_holds_it_no_more()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        await world.Do(await Program(Scope.Platform), new WithdrawAppeal(appeal, World.Author));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, new RenewAppealClaim(World.Reviewer.Id, appeal, claim.ClaimNumber)));
    }

    [Fact]
    public async Task Nobody_else_can()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        Assert.Equal(AppealErrors.NotYours, await world.Refuse(new Actor.Member(new("other")), new WithdrawAppeal(appeal)));
        Assert.Equal(AppealErrors.NotYours, await world.Refuse(await Program(Scope.Platform), new WithdrawAppeal(appeal, new AccountId("other"))));
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Member, new WithdrawAppeal(new(Guid.NewGuid()))));
    }

    [Fact]
    public async Task It_is_withdrawn_once()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        await world.Do(World.Member, new WithdrawAppeal(appeal));
        Assert.Equal("appeal.withdrawn", (await world.Refuse(World.Member, new WithdrawAppeal(appeal))).Code);
    }
}
