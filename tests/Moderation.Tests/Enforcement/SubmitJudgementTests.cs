using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class SubmitJudgementTests : JudgementWorld
{
    [Fact]
    public async Task Nothing_has_any_effect_before_the_time_is_over_and_everything_begins_then()
    {
        var claim = await world.Claimed(World.Moderator);
        var submitted = await Submit(World.Moderator, claim);

        Assert.Equal((Now + Grace, null), (submitted.DueAt!.Value, submitted.Decision));
        await Pass(Grace - TimeSpan.FromTicks(1));
        Assert.True((await world.Verdict(Surface.Feed, Post)).IsPlainAllow);
        Assert.Empty((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Equal((0, CaseStage.Waiting), (Decisions, await Stage(claim.CaseId)));

        await Pass(TimeSpan.FromTicks(1));
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, Post)).Action);
        Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        var decision = world.Read(db => db.Decisions.Single(x => x.CauseId == null));
        Assert.Equal((World.Moderator.Id, Now, Now.AddMonths(6)), (decision.DecidedBy!.Value, decision.MadeAt, decision.AppealUntil));
        Assert.All(decision.Outcomes, x => Assert.Equal(Now, x.From));
        Assert.Equal(CaseStage.Decided, await Stage(claim.CaseId));
    }

    [Fact]
    public async Task A_late_job_makes_it_late_and_loses_nothing()
    {
        await Submit(World.Moderator, await world.Claimed(World.Moderator));
        await Pass(TimeSpan.FromDays(3));

        Assert.Equal(Now, world.Read(db => db.Decisions.Single(x => x.CauseId == null)).MadeAt);
        await Job();
        Assert.Equal(1, Decisions);
    }

    [Fact]
    public async Task Meanwhile_nobody_takes_the_case_and_no_number_is_good_for_it()
    {
        var claim = await world.Claimed(World.Moderator);
        await Submit(World.Moderator, claim);
        world.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id)));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, claim.CaseId)));
        for (var number = claim.ClaimNumber; number < claim.ClaimNumber + 3; number++)
        {
            Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new RenewClaim(World.Moderator.Id, claim.CaseId, number)));
            Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new ReleaseClaim(World.Moderator.Id, claim.CaseId, number)));
            Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim) with { ClaimNumber = number }));
            Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new SubmitJudgement(Decide(World.Moderator, claim) with { ClaimNumber = number })));
            Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, number, "Is it?")));
        }
    }

    [Fact]
    public async Task What_could_not_be_decided_is_refused_at_once()
    {
        var claim = await world.Claimed(World.Moderator);
        var said = Decide(World.Moderator, claim);
        var elsewhere = (await world.Decide(await world.Post("other", new("somebody")))).Id;

        foreach (var (wrong, error) in new (DecideCase, Error)[]
        {
            (said with { ClaimNumber = claim.ClaimNumber + 1 }, ReviewErrors.StaleClaim),
            (said with { Case = new(Guid.NewGuid()) }, ReviewErrors.UnknownCase),
            (said with { Revision = 2 }, EnforcementErrors.RevisionChanged),
            (said with { Guideline = "no-such" }, EnforcementErrors.UnknownGuideline),
            (said with { Guideline = "child-safety" }, EnforcementErrors.RestrictedGuideline),
            (said with { Guideline = "rec-clickbait" }, EnforcementErrors.FindingMismatch),
            (said with { Outcomes = [new(OutcomeKind.Covered)] }, EnforcementErrors.DeviationReason),
            (said with { Cites = [new(Guid.NewGuid())] }, EnforcementErrors.UnknownDecision),
            (said with { Overrides = elsewhere }, EnforcementErrors.OverridesAnother),
        })
            Assert.Equal(error, await world.Refuse(World.Moderator, new SubmitJudgement(wrong)));
        Assert.Equal("outcome.invalid", (await world.Refuse(World.Moderator, new SubmitJudgement(
            said with { Outcomes = [new(OutcomeKind.Demoted, Weight: 2)], DeviationReason = "So." }))).Code);
        Assert.Equal(["rationale"], FieldsOf(await world.Refuse(World.Moderator, new SubmitJudgement(said with { Rationale = "" }))));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, new SubmitJudgement(said)));
    }

    [Fact]
    public async Task Children_and_lives_do_not_wait()
    {
        var restricted = await RestrictedCase();
        var claim = await world.Do(World.ChildSafety, new ClaimCase(World.ChildSafety.Id, restricted));
        Assert.NotNull((await Submit(World.ChildSafety, claim, "child-safety")).Decision);

        claim = await world.Claimed(World.Moderator, "threat");
        await world.Do(World.Moderator, new ReferThreat(null, claim.CaseId, "Police", "A threat with a place and a time."));
        Assert.NotNull((await Submit(World.Moderator, claim)).Decision);
        Assert.Equal(2, Decisions);
    }

    [Fact]
    public async Task What_only_holds_until_somebody_looked_does_not_wait_either()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(Post), null, "fraud", Finding.Violates, [new(OutcomeKind.Covered)], "Until somebody looked.", Automation.Full, Detector: "text", Interim: true));

        Assert.NotNull((await Submit(World.Moderator, claim)).Decision);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public async Task Everybody_may_choose_how_long(int seconds)
    {
        await world.Do(World.Moderator, new ChooseUndoTime(seconds));
        Assert.Equal(Now.AddSeconds(seconds), (await Submit(World.Moderator, await world.Claimed(World.Moderator))).DueAt);
    }

    [Fact]
    public async Task Where_the_rulebook_gives_no_time_nobody_has_any()
    {
        var json = world.Read(db => db.RulebookVersions.Single().Json);
        world.GoLive(json.Replace("\"graceSeconds\": 30", "\"graceSeconds\": 0", StringComparison.Ordinal));
        await world.Do(World.Moderator, new ChooseUndoTime(60));

        Assert.NotNull((await Submit(World.Moderator, await world.Claimed(World.Moderator))).Decision);
    }

    [Fact]
    public async Task What_costs_the_account_still_needs_another_person()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new SubmitJudgement(Decide(
            World.Moderator, claim, outcomes: [new(OutcomeKind.Removed), new(OutcomeKind.Disabled)], because: "Nothing but this.")));
        Assert.Empty(world.Read(db => db.Runs.ToList()));
        await Pass(Grace);

        Assert.Equal(RunKind.Disabling, world.Read(db => db.Runs.Single()).Kind);
        Assert.DoesNotContain(OutcomeKind.Disabled, world.Read(db => db.Decisions.Single(x => x.CauseId == null)).Outcomes.Select(x => x.Kind));
    }

    [Fact]
    public async Task Who_judged_sees_the_case_as_theirs_but_not_as_a_claim()
    {
        var claim = await world.Claimed(World.Moderator);
        var submitted = await Submit(World.Moderator, claim);
        var file = await world.Do(World.Moderator, new CaseFile(claim.CaseId));

        Assert.Equal((false, false, null, submitted.DueAt), (file.IsMine, file.CanClaim, file.ClaimNumber, file.LeaseUntil));
        Assert.NotNull(file.HeldBy);
    }
}
