using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class UndoJudgementTests : JudgementWorld
{
    [Fact]
    public async Task It_leaves_only_the_audit_and_the_case_is_held_again()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        world.Clock.Pass(TimeSpan.FromSeconds(5));
        var again = await world.Do(World.Moderator, new UndoJudgement(claim.CaseId));

        Assert.True(again.ClaimNumber > claim.ClaimNumber);
        Assert.Equal(Now + (claim.LeaseUntil - Now.AddSeconds(-5)), again.LeaseUntil);
        Assert.Equal(
            ["SubmitJudgement", "UndoJudgement"],
            world.Read(db => db.Set<AuditEntry>().Where(x => x.Act.EndsWith("Judgement")).OrderBy(x => x.At).Select(x => x.Act).ToList()));
        await Pass(Grace);
        Assert.Equal((0, 0), (Decisions, world.Read(db => db.PendingJudgements.Count())));
        Assert.Empty((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Empty((await world.Do(World.Moderator, new MyJudgements())).Lapsed);
    }

    [Fact]
    public async Task It_can_be_judged_otherwise_then()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        var again = await world.Do(World.Moderator, new UndoJudgement(claim.CaseId));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new SubmitJudgement(Decide(World.Moderator, claim))));

        await Submit(World.Moderator, claim with { ClaimNumber = again.ClaimNumber }, finding: Finding.DoesNotViolate);
        await Pass(Grace);
        Assert.Equal(Finding.DoesNotViolate, world.Read(db => db.Decisions.Single()).Finding);
    }

    [Fact]
    public async Task It_is_undone_once_in_time_and_by_who_judged()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(JudgementErrors.NothingToUndo, await world.Refuse(World.Moderator, new UndoJudgement(claim.CaseId)));
        await Submit(World.Moderator, claim);
        Assert.Equal(JudgementErrors.NothingToUndo, await world.Refuse(World.OtherModerator, new UndoJudgement(claim.CaseId)));

        world.Clock.Pass(Grace);
        Assert.Equal(JudgementErrors.NothingToUndo, await world.Refuse(World.Moderator, new UndoJudgement(claim.CaseId)));
        await Job();
        Assert.Equal(1, Decisions);
    }

    [Fact]
    public async Task What_was_taken_away_meanwhile_is_not_given_back()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        await world.Decide(Post, by: "plover");

        Assert.Equal(JudgementErrors.TakenAway, await world.Refuse(World.Moderator, new UndoJudgement(claim.CaseId)));
    }
}
