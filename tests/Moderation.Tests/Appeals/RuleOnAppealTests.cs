using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Appeals;

public sealed class RuleOnAppealTests : InAWorld
{
    [Fact]
    public async Task Overturned_means_it_never_was()
    {
        var decision = await world.Decide(await world.Post());
        var answer = await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);

        Assert.Equal((AppealState.Ruled, 2), (answer.State, answer.Lifted.Count));
        Assert.True((await world.Verdict(Surface.Feed, new("post-1"))).IsPlainAllow);
        Assert.True((await world.Do(World.Member, new AccountStatus(World.Author))).InGoodStanding);
        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(new("post-1")));
    }

    [Fact]
    public async Task Upheld_changes_nothing_but_the_answer()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var before = world.Read(db => db.Outcomes.Count(x => x.RetractedAt == null));
        var answer = await world.Rule(appeal, Ruling.Upheld);

        Assert.Empty(answer.Lifted);
        Assert.Equal(before, world.Read(db => db.Outcomes.Count(x => x.RetractedAt == null)));
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("post-1"))).Action);
        Assert.Contains("We looked again.", (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partly_overturned_lifts_only_those_kinds()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var answer = await world.Rule(appeal, Ruling.PartlyOverturned, [OutcomeKind.Strike]);

        Assert.Equal(OutcomeKind.Strike, Assert.Single(answer.Lifted).Kind);
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, new("post-1"))).Action);
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
        Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices, x => x.Kind is NoticeKind.AppealRuled);
    }

    [Fact]
    public async Task A_part_is_something_but_not_all()
    {
        var rule = await Ready(Ruling.PartlyOverturned);
        Assert.Equal(AppealErrors.NothingLifted, await world.Refuse(World.Reviewer, rule));
        Assert.Equal(AppealErrors.NothingLifted, await world.Refuse(World.Reviewer, rule with { Lifted = [OutcomeKind.Demoted] }));
        Assert.Equal(AppealErrors.NothingLifted, await world.Refuse(World.Reviewer, rule with { Lifted = [OutcomeKind.Strike, OutcomeKind.Removed] }));
    }

    [Fact]
    public async Task Looking_for_oneself_comes_first()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        Assert.Equal(AppealErrors.FindingFirst, await world.Refuse(World.Reviewer, new RuleOnAppeal(
            appeal, World.Reviewer.Id, claim.ClaimNumber, Ruling.Upheld, null, "We looked again.")));
    }

    [Fact]
    public async Task Whoever_decided_does_not_rule_not_even_through_a_console()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post(), by: "plover")).Id);
        var rule = new RuleOnAppeal(appeal, World.OtherModerator.Id, null, Ruling.Upheld, null, "We looked again.");
        Assert.Equal(AppealErrors.SameReviewer, await world.Refuse(World.OtherModerator, rule));
        var console = await Program(Scope.Enforcer);
        Assert.Equal(AppealErrors.SameReviewer, await world.Refuse(console, rule));
        Assert.Equal(PeopleErrors.UnknownStaff, await world.Refuse(console, rule with { Reviewer = World.Moderator.Id }));
        Assert.Equal(AppealState.Ruled, (await world.Do(console, rule with { Reviewer = World.Reviewer.Id })).State);
    }

    [Fact]
    public async Task Only_who_holds_it_under_its_number_rules()
    {
        var rule = await Ready(Ruling.Upheld);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, rule with { ClaimNumber = 2 }));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, rule with { ClaimNumber = null }));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.OtherModerator, rule));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(
            await Program(Scope.Enforcer), rule with { Reviewer = World.OtherModerator.Id, ClaimNumber = null }));
        world.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Reviewer, rule));
    }

    [Theory]
    [InlineData("ruled")]
    [InlineData("withdrawn")]
    [InlineData("moot")]
    public async Task What_is_closed_is_refused_by_what_it_is(string state)
    {
        var rule = await Ready(Ruling.Upheld);
        if (state is "ruled")
            await world.Do(World.Reviewer, rule);
        else if (state is "withdrawn")
            await world.Do(World.Member, new WithdrawAppeal(rule.Appeal));
        else
            await world.Do(World.Lead, new OverturnDecision(world.Read(db => db.Decisions.Single(x => x.CauseId == null)).Id, "A mistake.", "lead"));

        Assert.Equal($"appeal.{state}", (await world.Refuse(World.Reviewer, rule)).Code);
        Assert.Equal($"appeal.{state}", (await world.Refuse(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id, rule.Appeal))).Code);
        Assert.Equal($"appeal.{state}", (await world.Refuse(World.Member, new WithdrawAppeal(rule.Appeal))).Code);
        Assert.Empty((await world.Do(World.Reviewer, new AppealQueue())).Rows);
    }

    [Fact]
    public async Task A_restricted_appeal_is_unknown_even_when_it_is_closed()
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post(), "child-safety", by: "wren")).Id);
        var rule = new RuleOnAppeal(appeal, World.Reviewer.Id, 1, Ruling.Upheld, null, "We looked again.");
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, rule));
        await world.Do(World.Member, new WithdrawAppeal(appeal));
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(World.Reviewer, rule));
    }

    private async Task<RuleOnAppeal> Ready(Ruling ruling)
    {
        var appeal = await world.Appeal((await world.Decide(await world.Post())).Id);
        var claim = await world.Do(World.Reviewer, new ClaimAppeal(World.Reviewer.Id, appeal));
        await world.Do(World.Reviewer, new FindOnAppeal(World.Reviewer.Id, appeal, claim.ClaimNumber, Finding.Violates));
        return new(appeal, World.Reviewer.Id, claim.ClaimNumber, ruling, null, "We looked again.");
    }
}
