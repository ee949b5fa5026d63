using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Appeals;

public sealed class ClaimAppealTests : InAWorld
{
    [Fact]
    public async Task The_one_due_first_comes_first_and_is_held()
    {
        var first = await world.Appeal((await world.Decide(await world.Post("one"))).Id);
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Appeal((await world.Decide(await world.Post("two"))).Id);

        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id));
        Assert.Equal((first, 1L, Now.AddMinutes(15)), (claim.AppealId, claim.ClaimNumber, claim.LeaseUntil));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id, first)));
        Assert.Equal(second, (await world.Do(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id))).AppealId);
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Reviewer, new ClaimAppeal(World.Reviewer.Id)));
    }

    [Fact]
    public async Task Who_decided_never_takes_the_appeal_nor_that_of_what_followed_from_it()
    {
        var robin = await Hire("robin", [Role.Moderator, Role.AppealReviewer]);
        await world.Decide(await world.Post("one"), by: "kestrel");
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Decide(await world.Post("two"), by: "robin");
        var step = world.Read(db => db.Decisions.Single(x => x.Ladder != null)).Id;

        foreach (var appeal in new[] { await world.Appeal(second.Id), await world.Appeal(step) })
            Assert.Equal(AppealErrors.SameReviewer, await world.Refuse(robin, new ClaimAppeal(robin.Id, appeal)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(robin, new ClaimAppeal(robin.Id)));
    }

    [Fact]
    public async Task Nobody_takes_one_about_their_own_account()
    {
        var robin = await Hire("robin", [Role.AppealReviewer], World.Author);
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        Assert.Equal(AppealErrors.OwnAppeal, await world.Refuse(robin, new ClaimAppeal(robin.Id, appeal)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(robin, new ClaimAppeal(robin.Id)));
    }

    [Fact]
    public async Task A_restricted_appeal_is_unknown_to_all_but_child_safety()
    {
        var specialist = await Hire("robin", [Role.AppealReviewer, Role.ChildSafety]);
        var appeal = await world.Appeal((await world.Decide(await world.Post(), "child-safety", by: "wren")).Id);

        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Reviewer, new ClaimAppeal(World.Reviewer.Id)));
        Assert.Equal(appeal, (await world.Do(specialist, new ClaimAppeal(specialist.Id))).AppealId);
    }

    [Fact]
    public async Task A_claim_ends_at_its_instant_and_the_next_reviewer_looks_afresh()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        await world.Do(World.Reviewer, new FindOnAppeal(World.Reviewer.Id, appeal, claim.ClaimNumber, Finding.Violates));
        world.Clock.Pass(claim.LeaseUntil - Now);

        Assert.Equal(2, (await world.Do(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id))).ClaimNumber);
        Assert.Null((await world.Do(World.OtherModerator, new AppealFile(appeal))).FreshFinding);
    }

    [Fact]
    public async Task There_is_no_such_appeal()
    {
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, new(Guid.NewGuid()))));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.Reviewer, new ClaimAppeal(World.OtherModerator.Id)));
    }
}
