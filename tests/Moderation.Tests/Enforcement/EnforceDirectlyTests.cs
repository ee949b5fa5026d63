using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class EnforceDirectlyTests : InAWorld
{
    [Fact]
    public async Task A_program_decides_and_it_holds_at_once()
    {
        var content = await world.Post();
        var decision = await world.Do(await Program(Scope.Enforcer), Direct(content) with { Automation = Automation.Full, DecidedBy = null, Detector = "links" });

        Assert.Equal((SubjectRef.Of(content), World.Author, "fraud", Automation.Full), (decision.Subject, decision.Author, decision.Guideline, decision.Automation));
        Assert.Equal("fraud", Assert.Single((await world.Verdict(Surface.Stories, content)).Grounds).Code);
    }

    [Fact]
    public async Task A_human_decision_has_a_human()
    {
        var content = await world.Post();
        foreach (var automation in new[] { Automation.None, Automation.Partial })
            Assert.Equal(EnforcementErrors.DecidedByMissing, await world.Refuse(World.Product, Direct(content) with { Automation = automation, DecidedBy = null }));
    }

    [Fact]
    public async Task It_is_about_something_known_as_it_is_now()
    {
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Product, Direct(new("nothing"))));
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Product, Direct(new("x")) with { Subject = new(SubjectKind.Account, "nobody") }));
        var content = await world.Post();
        await world.Post(text: "Changed.");
        Assert.Equal(EnforcementErrors.RevisionChanged, await world.Refuse(World.Product, Direct(content) with { Revision = 1 }));
        Assert.Equal(2, (await world.Do(World.Product, Direct(content) with { Revision = 2 })).Revision);
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Product, Direct(content) with { Guideline = "no-such" }));
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Product, Direct(content) with { Guideline = "fraud.no-such" }));
    }

    [Fact]
    public async Task What_a_person_cleared_no_machine_says_again_but_a_person_may()
    {
        var content = await world.Post();
        await world.Rule(await world.Appeal((await world.Decide(content)).Id), Ruling.Overturned);
        var before = world.Fingerprint();

        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(content));
        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(content, "fraud.phishing"));
        Assert.Equal(before, world.Fingerprint());
        await world.Post(text: "send 1... GET 2!");
        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(content));
        await world.Decide(content);
    }

    [Fact]
    public async Task Look_back_old_posts_get_no_strike()
    {
        Assert.True(await Strikes("fraud", Now.AddDays(-90)));
        Assert.False(await Strikes("fraud", Now.AddDays(-90).AddTicks(-1)));
        Assert.True(await Strikes("human-exploitation", Now.AddYears(-4)));
        Assert.False(await Strikes("human-exploitation", Now.AddYears(-4).AddTicks(-1)));
    }

    [Fact]
    public async Task An_interim_measure_holds_a_day_gives_no_strike_and_leaves_the_case_open()
    {
        var content = await world.Post();
        await Report(content);
        var decision = await world.Do(World.Product, Direct(content) with { Interim = true });

        Assert.Equal((OutcomeKind.Removed, (DateTimeOffset?)Now.AddHours(24)), (Assert.Single(decision.Outcomes).Kind, decision.Outcomes[0].Until));
        Assert.Equal(1, (await world.Do(World.Moderator, new ReviewQueue())).Count);
        world.Clock.Pass(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, content)).Action);
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
    }

    [Fact]
    public async Task Who_reported_it_hears_of_it_and_who_is_limited_learns_how_it_was_found()
    {
        var content = await world.Post();
        await Report(content);
        await world.Do(World.Product, Direct(content));

        Assert.Equal(NoticeKind.ReportResolved, Assert.Single((await world.Do(new Actor.Member(new("reporter")), new NoticesOf(new("reporter")))).Notices).Kind);
        Assert.Contains("One person reported it.", Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices).Body, StringComparison.Ordinal);
    }

    public static TheoryData<object> Nonsense => [
        new ChosenOutcome(OutcomeKind.Quarantined),
        new ChosenOutcome(OutcomeKind.Strike, OutcomeTarget.Content),
        new ChosenOutcome(OutcomeKind.Removed, OutcomeTarget.Author),
        new ChosenOutcome(OutcomeKind.Demoted, Weight: 0),
        new ChosenOutcome(OutcomeKind.Demoted, Weight: 1),
        new ChosenOutcome(OutcomeKind.Demoted, Weight: double.NaN),
        new ChosenOutcome(OutcomeKind.Removed, Weight: 0.5),
        new ChosenOutcome(OutcomeKind.Removed, Surfaces: []),
        new ChosenOutcome(OutcomeKind.FeatureBlocked),
        new ChosenOutcome(OutcomeKind.Removed, Until: new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)),
        new ChosenOutcome(OutcomeKind.Removed, Territories: ["NLD"]),
        new ChosenOutcome(OutcomeKind.AgeLimited, MinAge: 0),
    ];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task An_outcome_that_makes_no_sense_is_refused(object chosen) => Assert.Equal(
        "outcome.invalid", (await world.Refuse(World.Product, Direct(await world.Post()) with { Outcomes = [(ChosenOutcome)chosen] })).Code);

    private static EnforceDirectly Direct(ContentId content) =>
        new(SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel"));

    private async Task<bool> Strikes(string guideline, DateTimeOffset postedAt) =>
        (await world.Decide(await world.Post($"{guideline}-{postedAt.UtcTicks}", createdAt: postedAt), guideline)).Outcomes.Any(x => x.Kind is OutcomeKind.Strike);
}
