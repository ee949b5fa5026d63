using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class AppealFileTests : InAWorld
{
    [Fact]
    public async Task The_case_comes_fresh_without_the_first_reasoning()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post(text: "Judged words."))).Id);
        await world.Post(text: "Later words.");
        var file = await world.Do(World.Reviewer, new AppealFile(appeal));

        Assert.Equal(("Judged words.", "Later words.", "Please look again."), (file.Item!.Judged, file.Item.Now, file.Statement));
        Assert.Equal((null, true, null, false), (file.First, file.CanClaim, file.ClaimNumber, file.IsMine));
        Assert.Equal(7, file.Told.Rows.Count);
    }

    [Fact]
    public async Task Another_persons_finding_stays_theirs_until_it_is_ruled()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        await world.Do(World.Reviewer, new FindOnAppeal(World.Reviewer.Id, appeal, claim.ClaimNumber, Finding.Violates));

        var theirs = await world.Do(World.OtherModerator, new AppealFile(appeal));
        Assert.Equal((null, null, "heron", false), (theirs.FreshFinding, theirs.First, theirs.HeldBy, theirs.CanClaim));
        await world.Do(World.Reviewer, new RuleOnAppeal(appeal, World.Reviewer.Id, claim.ClaimNumber, Ruling.Upheld, null, "We looked again."));
        Assert.Equal(Finding.Violates, (await world.Do(World.OtherModerator, new AppealFile(appeal))).FreshFinding);
    }

    [Fact]
    public async Task Who_decided_is_told_that_they_may_not()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post(), by: "plover")).Id);
        var file = await world.Do(World.OtherModerator, new AppealFile(appeal));
        Assert.Equal((AppealErrors.SameReviewer, false), (file.MayNot, file.CanClaim));
    }

    [Fact]
    public async Task A_restricted_one_is_unknown_to_others_and_its_opening_is_written_down()
    {
        var specialist = await Hire("robin", [Role.AppealReviewer, Role.ChildSafety]);
        var appeal = await world.Appeal((await world.Decide(await world.Post(), "child-safety", by: "wren")).Id);

        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, new AppealFile(appeal)));
        await world.Do(specialist, new AppealFile(appeal));
        Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(AppealFile)).ToList()));
    }

    [Fact]
    public async Task There_is_no_such_appeal() =>
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, new AppealFile(new(Guid.NewGuid()))));
}
