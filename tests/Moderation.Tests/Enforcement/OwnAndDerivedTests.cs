using Moderation.Appeals;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class OwnAndDerivedTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Nobody_overturns_a_decision_about_their_own_account()
    {
        var decision = await world.Decide(await world.Post());
        await world.Do(World.Product, new PutStaff(World.Lead.Id, "Osprey", null, [Role.Lead], null, null, Active: true, Account: World.Author));

        Assert.Equal(EnforcementErrors.OwnDecision, await world.Refuse(World.Lead, new OverturnDecision(decision.Id, "It was fine.", "lead")));
    }

    [Fact]
    public async Task Nobody_decides_a_case_they_reported_after_they_claimed_it()
    {
        await world.Do(World.Product, new PutStaff(World.Moderator.Id, "Kestrel", null, [Role.Moderator], null, null, Active: true, Account: new AccountId("mine")));
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Platform, new FileReport(claim.Case.Subject, new AccountId("mine"), "fraud"));

        Assert.Equal(ReviewErrors.OwnCase, await world.Refuse(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, 1, "fraud", Finding.Violates, null, "As I said.")));
    }

    [Fact]
    public async Task A_step_taken_back_is_not_taken_again_when_strikes_before_it_go_and_frees_the_account_from_nothing_else()
    {
        var decisions = new List<DecisionId>();
        for (var i = 0; i < 3; i++)
        {
            decisions.Add((await world.Decide(await world.Post($"post-{i}"), "spam")).Id);
            world.Clock.Pass(TimeSpan.FromDays(1));
        }

        var step = world.Read(db => db.Decisions.Single(x => x.CauseId == decisions[2] && x.Ladder != null).Id);
        await world.Do(World.Lead, new OverturnDecision(step, "Too hard.", "lead"));
        await world.Do(World.Lead, new OverturnDecision(decisions[0], "It was fine.", "lead"));

        Assert.DoesNotContain(world.Read(db => db.Decisions.ToList()), x => x.CauseId == decisions[2] && x.Ladder != null && x.State is DecisionState.InForce);
        Assert.NotNull((await world.Do(World.Platform, new SendSignal(SubjectRef.Of(World.Author), "pods", "1", "spam", 0.9, "spam"))).CaseId);
    }

    [Theory]
    [InlineData("rec-watermark", OutcomeKind.Removed)]
    [InlineData("rec-watermark", OutcomeKind.Strike)]
    [InlineData("fraud", OutcomeKind.Disabled)]
    public async Task What_is_only_not_recommendable_is_only_withheld_or_lowered(string guideline, OutcomeKind kind)
    {
        var post = await world.Post();

        Assert.Equal("outcome.invalid", (await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(post), null, guideline, Finding.NotRecommendable, [new(kind)], "As seen.", Automation.Full))).Code);
    }

    [Fact]
    public async Task What_was_taken_back_in_part_no_machine_applies_again()
    {
        var post = await world.Post();
        var decision = await world.Decide(post);
        await world.Rule(await world.Appeal(decision.Id), Ruling.PartlyOverturned, [OutcomeKind.Removed]);

        Assert.Equal(EnforcementErrors.Cleared, await world.TryAutomate(post));
    }
}
