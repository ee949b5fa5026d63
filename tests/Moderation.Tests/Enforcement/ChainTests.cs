using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class ChainTests : InAWorld
{
    private static readonly ChosenOutcome[] Covered = [new(OutcomeKind.Covered)];

    [Fact]
    public async Task A_later_decision_takes_the_place_of_an_earlier_one_and_gives_it_back()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        world.Clock.Pass(TimeSpan.FromDays(1));
        var second = await Override(first.Id, content, outcomes: Covered);

        Assert.Equal(VerdictAction.Cover, (await world.Verdict(Surface.Stories, content)).Action);
        Assert.Empty((await Status()).Strikes);
        Assert.Equal(DecisionState.Overridden, (await File(first.Id)).State);
        Assert.All((await File(first.Id)).Outcomes, x => Assert.Equal((HowLifted.Overridden, Now), (x.Lifted, x.LiftedAt)));

        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Do(World.Lead, Overturn(second.Id));

        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, content)).Action);
        var strike = Assert.Single((await Status()).Strikes);
        Assert.Equal((first.Id, first.MadeAt, first.Outcomes.Single(x => x.Kind is OutcomeKind.Strike).Until), (strike.DecisionId, strike.At, strike.Until));
        Assert.Equal(DecisionState.InForce, (await File(first.Id)).State);
        Assert.Equal(first.Outcomes.Count, (await File(first.Id)).Outcomes.Count(x => x.LiftedAt is null));
    }

    [Fact]
    public async Task What_was_told_in_between_stays_told()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        var second = await Override(first.Id, content, outcomes: Covered);
        world.Clock.Pass(TimeSpan.FromHours(1));
        var between = Now;
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Lead, Overturn(second.Id));

        Assert.Equal(VerdictAction.Cover, (await At(content, between, null)).Action);
        Assert.Equal(VerdictAction.Drop, (await At(content, between, Now)).Action);
    }

    [Fact]
    public async Task Overturning_one_in_the_middle_changes_nothing_one_can_see()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        var second = await Override(first.Id, content, outcomes: Covered);
        var third = await Override(second.Id, content, outcomes: [new(OutcomeKind.AgeLimited)]);
        var (told, seen) = (await Notices(), await world.Verdict(Surface.Feed, content));
        await world.Do(World.Lead, Overturn(second.Id));

        Assert.Equal(told.Count, (await Notices()).Count);
        Assert.Equal(seen.Action, (await world.Verdict(Surface.Feed, content)).Action);
        await world.Do(World.Lead, Overturn(third.Id));
        Assert.Equal(first.Id, Assert.Single((await Status()).Strikes).DecisionId);
    }

    [Fact]
    public async Task A_decision_that_is_replaced_already_is_not_replaced_beside_its_chain()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        await Override(first.Id, content);
        await Override(first.Id, content);

        Assert.Single((await Status()).Strikes);
    }

    [Fact]
    public async Task Whoever_finds_nothing_clears_and_with_their_overturn_the_clearance_goes()
    {
        var content = await world.Post();
        var first = (await world.TryAutomate(content)).Match(x => x, x => throw new InvalidOperationException(x.Code));
        var second = await Override(first.Id, content, finding: Finding.DoesNotViolate);

        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
        Assert.Equal("decision.cleared", (await world.TryAutomate(content)).Match(_ => "", x => x.Code));

        await world.Do(World.Lead, Overturn(second.Id));
        Assert.Equal(first.Id, Assert.Single((await Status()).Strikes).DecisionId);
        Assert.Empty(world.Read(db => db.Set<Clearance>().ToList()));
    }

    [Fact]
    public async Task Only_what_is_there_to_be_replaced_is()
    {
        var content = await world.Post();
        var other = await world.Decide(await world.Post("other"));
        Assert.Equal(EnforcementErrors.OverridesAnother, await world.Refuse(World.Product, Direct(content, other.Id)));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Product, Direct(content, new(Guid.NewGuid()))));

        var first = await world.Decide(content);
        Assert.Equal(EnforcementErrors.OverridesByPerson, await world.Refuse(
            World.Product, Direct(content, first.Id) with { Automation = Automation.Full, DecidedBy = null }));
        Assert.Equal(EnforcementErrors.OverridesByPerson, await world.Refuse(World.Product, Direct(content, first.Id) with { Interim = true }));
        await world.Do(World.Lead, Overturn(first.Id));
        Assert.Equal(EnforcementErrors.AlreadyOverturned, await world.Refuse(World.Product, Direct(content, first.Id)));

        await Strikes(2);
        var step = world.Read(db => db.Decisions.First(x => x.Ladder != null));
        Assert.Equal(EnforcementErrors.OverridesDerived, await world.Refuse(
            World.Product, Direct(content, step.Id) with { Subject = SubjectRef.Of(World.Author) }));
    }

    [Fact]
    public async Task Whoever_decides_a_case_decides_anew_what_a_machine_did()
    {
        var content = await world.Post();
        var first = (await world.TryAutomate(content)).Match(x => x, x => throw new InvalidOperationException(x.Code));
        // What was found a breach settles a report of the same; new words do not.
        await world.Do(World.Platform, new Moderation.Content.PutContent(content, World.Author, Moderation.Content.ContentKind.Post, Now, Text: "Send 1, get 2, today only, friends."));
        var @case = await Report(content);
        var claim = await world.Do(World.Moderator, new Moderation.Review.ClaimNextCase(World.Moderator.Id));
        Assert.Equal(@case, claim.CaseId);
        var preview = await world.Do(World.Moderator, new Moderation.Eligibility.PreviewDecision(@case, "fraud", Finding.Violates, null));
        var second = await world.Do(World.Moderator, Decide(World.Moderator, claim));

        Assert.Equal(1, preview.Strikes);
        Assert.Equal(second.Id, Assert.Single((await Status()).Strikes).DecisionId);
        Assert.Equal(DecisionState.Overridden, (await File(first.Id)).State);
        Assert.Equal(first.Id, (await File(second.Id)).Overrides);
    }

    [Fact]
    public async Task A_change_is_one_notice_that_says_both()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        var told = (await Notices()).Count;
        var second = await Override(first.Id, content, outcomes: Covered);

        var notice = Assert.Single((await Notices()).Skip(told));
        Assert.Equal("We changed our decision", notice.Title);
        Assert.StartsWith("We looked at your post again and changed our decision.", notice.Body, StringComparison.Ordinal);
        Assert.Contains("behind a cover", notice.Body, StringComparison.Ordinal);
        Assert.Equal([second.Id, first.Id], notice.Decisions.Take(2));

        await world.Do(World.Lead, Overturn(second.Id));
        Assert.Contains("counts again", (await Notices())[^1].Body, StringComparison.Ordinal);
        Assert.Contains(first.Id, (await Notices())[^1].Decisions);
    }

    [Fact]
    public async Task An_appeal_against_what_was_replaced_waits_again_when_it_counts_again()
    {
        var content = await world.Post();
        var first = await world.Decide(content);
        var appeal = await world.Appeal(first.Id);
        var second = await Override(first.Id, content, outcomes: Covered);
        Assert.Equal(AppealState.Moot, (await world.Do(World.Member, new AppealProgress(appeal))).State);
        await world.Do(World.Lead, Overturn(second.Id));
        Assert.Equal(AppealState.Filed, (await world.Do(World.Member, new AppealProgress(appeal))).State);
        await world.Rule(appeal, Ruling.Overturned);
        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
    }

    private async Task<EnforceDirectly.Answer> Override(
        DecisionId earlier, ContentId content, Finding finding = Finding.Violates, IReadOnlyList<ChosenOutcome>? outcomes = null) =>
        await world.Do(World.Product, Direct(content, earlier) with { Finding = finding, Outcomes = outcomes });

    private static EnforceDirectly Direct(ContentId content, DecisionId overrides) => new(
        SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "Looked again.", Automation.None, new StaffId("plover"), Overrides: overrides);

    private static OverturnDecision Overturn(DecisionId decision) => new(decision, "It was wrong.", "lead");

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));

    private Task<DecisionFile.Answer> File(DecisionId decision) => world.Do(World.Lead, new DecisionFile(decision));

    private async Task<IReadOnlyList<NoticesOf.Row>> Notices() => (await world.Do(World.Member, new NoticesOf(World.Author))).Notices;

    private async Task<Verdict> At(ContentId content, DateTimeOffset at, DateTimeOffset? known) => (await world.Do(
        World.Lead, new Moderation.Eligibility.ExplainEligibility(SubjectRef.Of(content), at, known))).Verdicts[Surface.Stories];
}
