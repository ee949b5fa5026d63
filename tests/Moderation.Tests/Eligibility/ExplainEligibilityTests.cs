using Moderation.Appeals;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests;

public sealed class ExplainEligibilityTests : InAWorld
{
    [Fact]
    public async Task Every_limit_is_explained_with_its_decision_and_what_can_be_done()
    {
        var decision = await world.Decide(await world.Post());
        var why = await Explain(World.Moderator);

        Assert.Equal(World.Author, why.Author);
        var removed = why.Standing.Single(x => x.Kind is OutcomeKind.Removed);
        Assert.Equal((decision.Id, "fraud", decision.MadeAt, null), (removed.DecisionId, removed.Guideline, removed.From, removed.Until));
        Assert.Equal(new(true, decision.AppealUntil, null), removed.Appeal);
        Assert.Equal([removed.OutcomeId.Value], why.Verdicts[Surface.Stories].Grounds.SelectMany(x => x.Outcomes));
        Assert.Equal((await world.Verdict(Surface.Feed, new("post-1"))).Action, why.Verdicts[Surface.Feed].Action);

        await world.Appeal(decision.Id);
        Assert.Equal(new(false, decision.AppealUntil, AppealState.Filed), (await Explain(World.Moderator)).Standing[0].Appeal);
    }

    [Fact]
    public async Task What_was_told_then_and_what_we_know_now_are_two_answers()
    {
        var decision = await world.Decide(await world.Post());
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "A mistake.", "lead"));

        Assert.Equal(VerdictAction.Drop, (await Explain(World.Lead, decision.MadeAt)).Verdicts[Surface.Feed].Action);
        Assert.Equal(VerdictAction.Allow, (await Explain(World.Lead, decision.MadeAt, Now)).Verdicts[Surface.Feed].Action);
    }

    [Fact]
    public async Task A_restricted_decision_is_not_there_for_others_and_its_opening_is_written_down()
    {
        await world.Decide(await world.Post(), "child-safety", by: "wren");

        foreach (var other in new[] { World.Moderator, World.Lead })
        {
            var why = await Explain(other);
            Assert.Empty(why.Standing);
            Assert.DoesNotContain(why.Verdicts.Values.SelectMany(x => x.Grounds), x => x.Code is "child-safety");
        }

        Assert.NotEmpty((await Explain(World.ChildSafety)).Standing);
        Assert.Equal("staff:wren", Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(ExplainEligibility)).ToList())).Actor);
        Assert.Equal(VerdictAction.Drop, (await Explain(await Program(Scope.Ranker))).Verdicts[Surface.Feed].Action);
    }

    [Fact]
    public async Task Only_what_is_known_is_explained()
    {
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, new ExplainEligibility(new(SubjectKind.Content, "post-1"))));
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, new ExplainEligibility(new(SubjectKind.Account, "author"))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Lead, new ExplainEligibility(new(SubjectKind.Content, "post-1"), Known: Now))));
    }

    private Task<ExplainEligibility.Answer> Explain(Actor by, DateTimeOffset? at = null, DateTimeOffset? known = null) =>
        world.Do(by, new ExplainEligibility(new(SubjectKind.Content, "post-1"), at, known));
}
