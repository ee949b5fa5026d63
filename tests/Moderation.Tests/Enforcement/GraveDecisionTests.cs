using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

/// <summary>Nobody closes an account alone.</summary>
public sealed class GraveDecisionTests : InAWorld
{
    private static readonly ChosenOutcome[] Closing = [new(OutcomeKind.Disabled), new(OutcomeKind.Strike)];

    [Fact]
    public async Task Until_another_agrees_the_account_is_only_suspended()
    {
        var decided = await Decided();

        Assert.Equal([OutcomeKind.Strike, OutcomeKind.Suspended], decided.Outcomes.Select(x => x.Kind).Order());
        Assert.Equal(Now.AddHours(24), decided.Outcomes.Single(x => x.Kind is OutcomeKind.Suspended).Until);
        var run = Waiting();
        Assert.Equal((RunKind.Disabling, RunState.Proposed, World.Moderator.Id), (run.Kind, run.State, run.ProposedBy!.Value));
    }

    [Fact]
    public async Task When_another_agrees_it_is_closed_and_the_suspension_ends()
    {
        var decided = await Decided();
        await Agree();

        var kinds = InForce();
        Assert.Contains(OutcomeKind.Disabled, kinds);
        Assert.DoesNotContain(OutcomeKind.Suspended, kinds);
        var second = world.Read(db => db.Decisions.Single(x => x.Outcomes.Any(o => o.Kind == OutcomeKind.Disabled)));
        Assert.StartsWith(decided.Id.Code, second.Rationale, StringComparison.Ordinal);
        Assert.Equal(World.Moderator.Id, second.DecidedBy);
        Assert.Single(second.Outcomes);
    }

    [Fact]
    public async Task When_another_refuses_the_suspension_ends_at_once()
    {
        await Decided();
        await world.Do(World.Lead, new RefuseRun(Waiting().Id, "Not that grave."));
        Assert.Equal([OutcomeKind.Strike], InForce());
    }

    [Fact]
    public async Task Who_decided_may_withdraw_it()
    {
        await Decided();
        await world.Do(World.Moderator, new CancelRun(Waiting().Id));
        Assert.Equal([OutcomeKind.Strike], InForce());
    }

    [Fact]
    public async Task What_was_overturned_meanwhile_is_not_closed()
    {
        var decided = await Decided();
        await world.Do(World.Lead, new OverturnDecision(decided.Id, "It was satire.", "lead"));
        await Agree();
        Assert.Empty(InForce());
    }

    [Fact]
    public async Task Nobody_agrees_about_their_own_account()
    {
        await Decided();
        await Hire("osprey", [Role.Lead], World.Author);
        Assert.Equal(EnforcementErrors.OwnDecision, await world.Refuse(World.Lead, new AgreeToRun(Waiting().Id)));
    }

    [Fact]
    public async Task One_that_alone_costs_the_account_is_for_two_and_for_specialists()
    {
        await RestrictedCase();
        var claim = await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));
        var decided = await world.Do(World.ChildSafety, Decide(World.ChildSafety, claim, "child-safety"));

        Assert.DoesNotContain(decided.Outcomes, x => x.Kind is OutcomeKind.Strike or OutcomeKind.Disabled);
        Assert.True(Waiting().IsRestricted);
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.Lead, new AgreeToRun(Waiting().Id)));
        await world.Do(await Hire("dipper", [Role.ChildSafety]), new AgreeToRun(Waiting().Id));
        await world.Do(World.Product, new WorkOnRun(world.Read(db => db.Runs.Single()).Id));
        Assert.Contains(OutcomeKind.Strike, InForce());
    }

    [Fact]
    public async Task A_program_is_not_held_back() => Assert.Contains(OutcomeKind.Disabled,
        (await world.Decide(await world.Post(), outcomes: Closing)).Outcomes.Select(x => x.Kind));

    private async Task<EnforceDirectly.Answer> Decided()
    {
        var claim = await world.Claimed(World.Moderator);
        return await world.Do(World.Moderator, Decide(World.Moderator, claim, outcomes: Closing, because: "A gang of them."));
    }

    private async Task Agree()
    {
        var run = Waiting().Id;
        await world.Do(World.Lead, new AgreeToRun(run));
        await world.Do(World.Product, new WorkOnRun(run));
    }

    private Run Waiting() => world.Read(db => db.Runs.Single(x => x.State == RunState.Proposed));

    private OutcomeKind[] InForce() => world.Read(db => db.Outcomes.Where(x => x.SubjectKind == SubjectKind.Account && x.Kind != OutcomeKind.NotRecommended).ToList()
        .Where(x => x.IsInForce(Now)).Select(x => x.Kind).Order().ToArray());
}

public sealed class ChangeStrikesTests : InAWorld
{
    private static readonly Actor.Staff OtherLead = new(new("harrier"));

    [Fact]
    public async Task One_is_given_when_another_lead_agrees()
    {
        await world.Post();
        var run = await world.Do(World.Lead, Give("fraud", weight: 2));
        Assert.Equal((RunKind.StrikeChange, RunState.Proposed), (run.Kind, run.State));
        Assert.Equal(RunErrors.SamePerson, await world.Refuse(World.Lead, new AgreeToRun(run.Id)));
        await Agree(run.Id);

        var strike = world.Read(db => db.Outcomes.Single(x => x.Kind == OutcomeKind.Strike));
        Assert.Equal((World.Author.Value, 2), (strike.SubjectId, strike.StrikeWeight));
        var decision = world.Read(db => db.Decisions.Single(x => x.CauseId == null));
        Assert.Equal(("They did it again in messages.", World.Lead.Id), (decision.Rationale, decision.DecidedBy!.Value));
        Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
    }

    [Fact]
    public async Task One_is_taken_back_and_the_rest_of_its_decision_stands()
    {
        var decision = await world.Decide(await world.Post());
        await Agree((await world.Do(World.Lead, Take(decision.Id))).Id);

        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
        Assert.False((await world.Verdict(Surface.Feed, new("post-1"))).IsPlainAllow);
        Assert.Equal(EnforcementErrors.NoStrike, await world.Refuse(World.Lead, Take(decision.Id)));
    }

    [Fact]
    public async Task It_is_either_the_one_or_the_other_and_has_a_reason()
    {
        await world.Post();
        Assert.Equal(["give"], FieldsOf(await world.Refuse(World.Lead, Give("fraud") with { TakeBack = new(Guid.NewGuid()) })));
        Assert.Equal(["give"], FieldsOf(await world.Refuse(World.Lead, Give("fraud") with { Give = null })));
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, Give("fraud") with { Reason = "" })));
        Assert.Equal(["give.weight"], FieldsOf(await world.Refuse(World.Lead, Give("fraud", weight: 11))));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_once()
    {
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, Give("fraud")));
        await world.Post();
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Lead, Give("nonsense")));
        Assert.Equal(EnforcementErrors.RestrictedGuideline, await world.Refuse(World.Lead, Give("child-safety")));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, Take(new(Guid.NewGuid()))));
        var restricted = await world.Decide(new("post-1"), "child-safety", by: "wren");
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, Take(restricted.Id)));
        await Hire("osprey", [Role.Lead], World.Author);
        Assert.Equal(EnforcementErrors.OwnDecision, await world.Refuse(World.Lead, Give("fraud")));
    }

    private async Task Agree(RunId run)
    {
        await Hire(OtherLead.Id.Value, [Role.Lead]);
        await world.Do(OtherLead, new AgreeToRun(run));
        await world.Do(World.Product, new WorkOnRun(run));
    }

    private static ChangeStrikes Give(string guideline, int? weight = null) =>
        new(World.Author, new(guideline, weight), null, "They did it again in messages.");

    private static ChangeStrikes Take(DecisionId decision) => new(World.Author, null, decision, "It counted twice.");
}
