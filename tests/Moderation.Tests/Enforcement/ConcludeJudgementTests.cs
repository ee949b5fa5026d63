using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class ConcludeJudgementTests : JudgementWorld
{
    [Fact]
    public async Task Before_its_time_nothing_is_concluded()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        Assert.Equal(JudgementErrors.NothingToUndo, await world.Refuse(World.Product, new ConcludeJudgement(claim.CaseId)));
    }

    [Fact]
    public async Task What_somebody_else_decided_meanwhile_stands_and_who_judged_is_told()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim, finding: Finding.DoesNotViolate);
        await world.Decide(Post, by: "plover");
        await Pass(Grace);

        Assert.Equal(new StaffId("plover"), world.Read(db => db.Decisions.Single(x => x.CauseId == null)).DecidedBy);
        var lapse = await Lapsed(World.Moderator);
        Assert.Equal((claim.CaseId, JudgementErrors.TakenAway.Code, false), (lapse.Case, lapse.Code, lapse.Waits));
    }

    [Fact]
    public async Task What_is_gone_is_not_decided()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator));
        await world.Do(World.Platform, new DeleteContent(Post, Now, DeletedBy.Author));
        await Pass(Grace);

        Assert.Equal(0, Decisions);
        Assert.Equal(JudgementErrors.Gone.Code, (await Lapsed(World.Moderator)).Code);
    }

    [Fact]
    public async Task What_was_edited_meanwhile_waits_for_somebody_to_look_at_it()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        await world.Post("post-1", text: "Edited meanwhile.");
        await Pass(Grace);

        Assert.Equal((EnforcementErrors.RevisionChanged.Code, true, 0), ((await Lapsed(World.Moderator)).Code, (await Lapsed(World.Moderator)).Waits, Decisions));
        Assert.Equal(claim.CaseId, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task An_edit_is_noticed_also_where_no_revision_was_named()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new SubmitJudgement(Decide(World.Moderator, claim) with { Revision = null }));
        await world.Post("post-1", text: "Edited meanwhile.");
        await Pass(Grace);

        Assert.Equal(EnforcementErrors.RevisionChanged.Code, (await Lapsed(World.Moderator)).Code);
    }

    [Fact]
    public async Task A_report_of_ones_own_meanwhile_makes_one_concerned()
    {
        var person = await Hire("dipper", [Role.Moderator], account: new("dipper-at-home"));
        var claim = await world.Claimed(person);
        await Submit(person, claim);
        await Report(Post, reporter: "dipper-at-home");
        await Pass(Grace);

        Assert.Equal((ReviewErrors.OwnCase.Code, 0), ((await Lapsed(person)).Code, Decisions));
    }

    [Fact]
    public async Task Who_no_longer_works_here_decides_nothing()
    {
        var person = await Hire("dipper", [Role.Moderator]);
        var claim = await world.Claimed(person);
        await Submit(person, claim);
        await world.Do(World.Product, new PutStaff(person.Id, "dipper", null, [Role.Moderator], null, null, Active: false));
        await Pass(Grace);

        Assert.Equal(0, Decisions);
        Assert.Equal(claim.CaseId, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task Another_report_of_the_same_is_answered_with_the_rest_but_the_decision_rests_on_what_was_seen()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator), finding: Finding.DoesNotViolate);
        await Report(Post, reporter: "another");
        await Pass(Grace);

        Assert.Equal(1, world.Read(db => db.Decisions.Single(x => x.CauseId == null)).Reports);
    }

    [Fact]
    public async Task No_breach_is_not_said_of_what_was_reported_for_something_else_meanwhile()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim, finding: Finding.DoesNotViolate);
        await Report(Post, "spam", "another");
        await Pass(Grace);

        Assert.Equal((JudgementErrors.NewGround.Code, 0), ((await Lapsed(World.Moderator)).Code, Decisions));
    }

    [Fact]
    public async Task What_became_one_for_specialists_is_left_to_them_and_says_no_more()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        await Report(Post, "child-safety", "another");
        await Pass(Grace);

        Assert.Equal((JudgementErrors.TakenAway.Code, false, 0), ((await Lapsed(World.Moderator)).Code, (await Lapsed(World.Moderator)).Waits, Decisions));
        await world.Do(World.ChildSafety, new ClaimCase(World.ChildSafety.Id, claim.CaseId));
    }

    [Fact]
    public async Task Nobody_is_judged_by_rules_that_who_judged_did_not_see()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator));
        world.GoLive(world.Read(db => db.RulebookVersions.Single().Json));
        await Pass(Grace);

        Assert.Equal((JudgementErrors.RulesChanged.Code, 0), ((await Lapsed(World.Moderator)).Code, Decisions));
    }

    [Fact]
    public async Task The_order_of_an_authority_leaves_the_judgement_to_take_effect()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator));
        Assert.Equal(VerdictAction.Allow, (await world.Verdict(Surface.Feed, Post)).Action);
        await Pass(Grace);
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, Post)).Action);
    }
}
