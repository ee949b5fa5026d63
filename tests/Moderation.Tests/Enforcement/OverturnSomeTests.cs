using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class OverturnSomeTests : InAWorld
{
    [Fact]
    public async Task One_outcome_never_was_and_the_rest_stands()
    {
        var content = await world.Post();
        var decision = await world.Decide(content);
        var strike = decision.Outcomes.Single(x => x.Kind is OutcomeKind.Strike);
        var answer = await world.Do(World.Lead, Some(decision.Id, strike.Id));

        Assert.Equal(DecisionState.InForce, answer.State);
        Assert.Equal((strike.Id, (HowLifted?)HowLifted.Overturned), (Assert.Single(answer.Lifted).Id, answer.Lifted[0].Lifted));
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, content)).Action);
        Assert.Contains("part of our decision", (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1].Body, StringComparison.Ordinal);
        Assert.Equal("It was too hard.", world.Read(db => db.Outcomes.Single(x => x.Id == strike.Id).LiftReason));
    }

    [Fact]
    public async Task It_is_lifted_once_and_belongs_to_the_decision()
    {
        var decision = await world.Decide(await world.Post());
        var other = await world.Decide(await world.Post("other"));
        Assert.Equal(EnforcementErrors.UnknownOutcome, await world.Refuse(World.Lead, Some(decision.Id, other.Outcomes[0].Id)));
        Assert.Equal(["outcomes"], FieldsOf(await world.Refuse(World.Lead, Some(decision.Id))));

        await world.Do(World.Lead, Some(decision.Id, decision.Outcomes[0].Id));
        Assert.Equal(EnforcementErrors.OutcomeLifted, await world.Refuse(World.Lead, Some(decision.Id, decision.Outcomes[0].Id)));
        Assert.Equal(decision.Outcomes.Count - 1, (await world.Do(World.Lead, Some(decision.Id) with { Outcomes = null })).Lifted.Count);
    }

    [Fact]
    public async Task Its_step_of_the_ladder_goes_with_the_strike()
    {
        await Strikes(1);
        var second = await world.Decide(await world.Post("second"));
        Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
        await world.Do(World.Lead, Some(second.Id, second.Outcomes.Single(x => x.Kind is OutcomeKind.Strike).Id));

        var step = Assert.Single(world.Read(db => db.Decisions.Where(x => x.Ladder != null).ToList()));
        Assert.Equal(DecisionState.Superseded, step.State);
        Assert.All(step.Outcomes, x => Assert.Equal(HowLifted.Superseded, x.Lifted));
    }

    private static OverturnDecision Some(DecisionId decision, params OutcomeId[] outcomes) => new(decision, "It was too hard.", "lead", outcomes);
}
