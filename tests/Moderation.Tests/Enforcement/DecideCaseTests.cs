using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class DecideCaseTests : InAWorld
{
    [Fact]
    public async Task The_rules_own_outcomes_take_effect_and_the_case_is_closed()
    {
        var claim = await world.Claimed(World.Moderator);
        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim));

        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Strike], decision.Outcomes.Select(x => x.Kind).Order());
        Assert.Equal((1, 1, Now, Now.AddMonths(6)), (decision.Revision!.Value, decision.RulebookVersion, decision.MadeAt, decision.AppealUntil));
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("post-1"))).Action);
        Assert.Equal(0, (await world.Do(World.Moderator, new ReviewQueue())).Count);
        Assert.Equal(CaseStage.Decided, (await world.Do(World.Moderator, new CaseFile(claim.CaseId))).Stage);
    }

    [Fact]
    public async Task It_is_decided_once()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
    }

    [Fact]
    public async Task A_claim_that_ended_or_is_anothers_decides_nothing()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.OtherModerator, Decide(World.OtherModerator, claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim) with { ClaimNumber = claim.ClaimNumber + 1 }));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, Decide(World.Moderator, claim)));

        world.Clock.Pass(claim.LeaseUntil - Now);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
    }

    [Fact]
    public async Task What_was_changed_since_one_looked_is_not_judged()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Post("post-1", text: "Edited meanwhile.");

        Assert.Equal(EnforcementErrors.RevisionChanged, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        await world.Do(World.Moderator, Decide(World.Moderator, claim) with { Revision = 2 });
    }

    [Fact]
    public async Task Other_outcomes_than_the_rules_ask_for_a_reason()
    {
        var claim = await world.Claimed(World.Moderator);
        ChosenOutcome[] milder = [new(OutcomeKind.Covered)];

        Assert.Equal(EnforcementErrors.DeviationReason, await world.Refuse(World.Moderator, Decide(World.Moderator, claim, outcomes: milder)));
        Assert.Equal(EnforcementErrors.DeviationReason, await world.Refuse(World.Moderator, Decide(World.Moderator, claim, outcomes: milder, because: " ")));
        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim, outcomes: milder, because: "It warns of the fraud."));
        Assert.Equal(OutcomeKind.Covered, Assert.Single(decision.Outcomes).Kind);
    }

    [Fact]
    public async Task The_rules_own_outcomes_named_one_by_one_ask_for_none()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Decide(World.Moderator, claim, outcomes: [new(OutcomeKind.Strike), new(OutcomeKind.Removed)]));
    }

    public static TheoryData<string, object> Shortened => new()
    {
        { "only in the feed", new ChosenOutcome(OutcomeKind.Removed, Surfaces: [Surface.Feed]) },
        { "only in one country", new ChosenOutcome(OutcomeKind.Removed, Territories: ["NL"]) },
        { "only until tomorrow", new ChosenOutcome(OutcomeKind.Removed, Until: new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero)) },
        { "only for minors", new ChosenOutcome(OutcomeKind.Removed, Audience: Audience.Minors) },
    };

    [Theory]
    [MemberData(nameof(Shortened))]
    public async Task The_same_kinds_but_less_of_them_ask_for_a_reason_too(string less, object removed)
    {
        Assert.NotEmpty(less);
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(EnforcementErrors.DeviationReason, await world.Refuse(
            World.Moderator, Decide(World.Moderator, claim, outcomes: [(ChosenOutcome)removed, new(OutcomeKind.Strike)])));
    }

    [Fact]
    public async Task Under_what_no_rule_says_nothing_is_decided()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Moderator, Decide(World.Moderator, claim, "no-such")));
        Assert.Equal(EnforcementErrors.RestrictedGuideline, await world.Refuse(World.Moderator, Decide(World.Moderator, claim, "child-safety")));
        Assert.Equal(EnforcementErrors.FindingMismatch, await world.Refuse(World.Moderator, Decide(World.Moderator, claim, "rec-clickbait")));
        Assert.Equal("outcome.invalid", (await world.Refuse(World.Moderator, Decide(
            World.Moderator, claim, finding: Finding.DoesNotViolate, outcomes: [new(OutcomeKind.Removed)], because: "So."))).Code);
        Assert.Equal(["rationale"], FieldsOf(await world.Refuse(World.Moderator, Decide(World.Moderator, claim) with { Rationale = "" })));
    }

    [Fact]
    public async Task Not_recommendable_keeps_it_from_strangers_only()
    {
        var claim = await world.Claimed(World.Moderator, guideline: "rec-clickbait");
        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim, "rec-tobacco-vaping", Finding.NotRecommendable));

        Assert.Equal(OutcomeKind.NotRecommended, Assert.Single(decision.Outcomes).Kind);
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Explore, new("post-1"))).Action);
        Assert.True((await world.Verdict(Surface.Profile, new("post-1"))).IsPlainAllow);
    }

    [Fact]
    public async Task What_does_not_violate_stays_as_it_is_and_the_reporter_hears_of_it()
    {
        var claim = await world.Claimed(World.Moderator);
        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim, finding: Finding.DoesNotViolate));

        Assert.Empty(decision.Outcomes);
        Assert.True((await world.Verdict(Surface.Feed, new("post-1"))).IsPlainAllow);
        Assert.Equal(NoticeKind.ReportResolved, Assert.Single((await world.Do(new Actor.Member(new("reporter")), new NoticesOf(new("reporter")))).Notices).Kind);
        Assert.Empty((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
    }
}
