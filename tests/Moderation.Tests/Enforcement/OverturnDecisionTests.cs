using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.RepeatOffenders;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class OverturnDecisionTests : InAWorld
{
    [Fact]
    public async Task From_then_on_it_never_was()
    {
        var content = await world.Post();
        var decision = await world.Decide(content);
        world.Clock.Pass(TimeSpan.FromDays(1));
        var answer = await world.Do(World.Lead, Overturn(decision.Id));

        Assert.Equal((DecisionState.Overturned, Now), (answer.State, answer.OverturnedAt));
        Assert.Equal(decision.Outcomes.Select(x => x.Id).ToHashSet(), answer.Lifted.Select(x => x.Id).ToHashSet());
        Assert.All(answer.Lifted, x => Assert.Equal(Now, x.LiftedAt));
        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
        var status = await world.Do(World.Member, new AccountStatus(World.Author));
        Assert.True(status.InGoodStanding);
        Assert.Equal(decision.Id, Assert.Single(status.Past, x => x.State is DecisionState.Overturned).DecisionId);
    }

    [Fact]
    public async Task It_is_overturned_once()
    {
        var decision = await world.Decide(await world.Post());
        await world.Do(await Program(Scope.Enforcer), Overturn(decision.Id));
        Assert.Equal(EnforcementErrors.AlreadyOverturned, await world.Refuse(World.Lead, Overturn(decision.Id)));
    }

    [Fact]
    public async Task There_is_no_such_decision() =>
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, Overturn(new(Guid.NewGuid()))));

    [Fact]
    public async Task It_has_a_reason_and_somebody_who_says_so()
    {
        var decision = await world.Decide(await world.Post());
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, Overturn(decision.Id) with { Reason = "" })));
        Assert.Equal(["by"], FieldsOf(await world.Refuse(World.Lead, Overturn(decision.Id) with { By = "" })));
    }

    [Fact]
    public async Task A_lead_does_not_know_of_a_restricted_decision()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", by: "wren");
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, Overturn(decision.Id)));
        await world.Do(World.Product, Overturn(decision.Id));
    }

    [Fact]
    public async Task Its_step_of_the_ladder_goes_with_it_its_appeal_is_moot_and_the_member_hears_once()
    {
        var strikes = await Strikes(2);
        var step = Derived();
        var appeal = await world.Appeal(step.Id);
        var told = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices.Count;

        await world.Do(World.Lead, Overturn(strikes[0]));

        Assert.Equal(DecisionState.Superseded, Derived().State);
        Assert.Equal(AppealState.Moot, (await world.Do(World.Member, new AppealProgress(appeal))).State);
        var notice = Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices.Skip(told));
        Assert.Equal(NoticeKind.Overturned, notice.Kind);
        Assert.Subset(notice.Decisions.ToHashSet(), new HashSet<DecisionId> { strikes[0], step.Id });
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Limits);
        Assert.Equal(EnforcementErrors.Superseded, await world.Refuse(World.Lead, Overturn(step.Id)));
    }

    [Fact]
    public async Task A_step_that_a_person_took_back_is_not_taken_again()
    {
        await Strikes(2);
        await world.Do(World.Lead, Overturn(Derived().Id));
        await world.Decide(await world.Post("rec"), "rec-clickbait", Finding.NotRecommendable);

        Assert.Equal(DecisionState.Overturned, Derived().State);
        Assert.Equal(2, (await world.Do(World.Member, new AccountStatus(World.Author))).Strikes.Count);
    }

    [Fact]
    public async Task A_report_after_it_opens_a_case_again()
    {
        var claim = await world.Claimed(World.Moderator);
        var decision = await world.Do(World.Moderator, Decide(World.Moderator, claim));
        await world.Do(World.Lead, Overturn(decision.Id));

        Assert.NotEqual(claim.CaseId, await Report(new("post-1"), reporter: "another"));
    }

    private static OverturnDecision Overturn(DecisionId decision) => new(decision, "It was a warning of fraud.", "lead");

    private Decision Derived() => Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
}
