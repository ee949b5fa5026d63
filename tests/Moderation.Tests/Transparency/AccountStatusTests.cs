using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class AccountStatusTests : InAWorld
{
    [Fact]
    public async Task Nothing_limits_who_did_nothing()
    {
        await world.Post();
        var status = await Mine();
        Assert.True(status.InGoodStanding && status.Recommendable.Account);
        Assert.Equal((0, 0, 0, 1), (status.Strikes.Count, status.AccountOutcomes.Count, status.Content.Count, status.Posts));
    }

    [Fact]
    public async Task A_member_sees_exactly_what_rankers_see()
    {
        var decision = await world.Decide(await world.Post());
        var status = await Mine();

        var post = Assert.Single(status.Content);
        foreach (var (surface, shown) in post.Verdicts)
            Assert.Equal((await world.Verdict(surface, post.Id)).Action, shown.Action);
        Assert.Equal((decision.Id, true), (post.DecisionId!.Value, post.Appeal!.CanAppeal));
        Assert.Equal(decision.Id, Assert.Single(status.Strikes).DecisionId);
        Assert.False(status.InGoodStanding);
    }

    [Fact]
    public async Task What_limits_the_account_stands_once_with_its_cure()
    {
        await world.Post("one");
        await world.Post("two");
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel")));
        var status = await Mine();

        Assert.Empty(status.Content);
        Assert.Equal([OutcomeKind.Suspended, OutcomeKind.NotRecommended], status.AccountOutcomes.Select(x => x.Kind).Order().Reverse());
        Assert.Equal(["account.not-recommended", "account.suspended"], status.Recommendable.Because.Select(x => x.Ground).Order());
        Assert.Equal($"wait:{Now.AddDays(90):O}", status.Recommendable.Cure);
    }

    [Fact]
    public async Task What_has_ended_is_not_shown()
    {
        await world.Decide(await world.Post(), outcomes: [new(OutcomeKind.Covered, Until: Now.AddDays(1))]);
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty((await Mine()).Content);
    }

    [Fact]
    public async Task It_is_ones_own()
    {
        await world.Post();
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(new Actor.Member(new("other")), new AccountStatus(World.Author)));
        Assert.Equal(AccountErrors.Unknown, await world.Refuse(World.Lead, new AccountStatus(new("nobody"))));
    }

    [Fact]
    public async Task A_moderator_is_not_told_of_restricted_decisions_but_the_member_is()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", by: "wren");
        Assert.False((await Mine()).InGoodStanding);
        foreach (var other in new[] { World.Moderator, World.Lead })
        {
            var status = await world.Do(other, new AccountStatus(World.Author));
            Assert.Equal((0, 0, 0), (status.Strikes.Count, status.AccountOutcomes.Count, status.Content.Count));
        }

        await world.Do(World.Product, new OverturnDecision(decision.Id, "A mistake.", "host"));
        // The step that one such breach reached goes with it.
        Assert.Contains((await Mine()).Past, x => x.DecisionId == decision.Id);
        Assert.Empty((await world.Do(World.Lead, new AccountStatus(World.Author))).Past);
    }

    private Task<AccountStatus.Answer> Mine() => world.Do(World.Member, new AccountStatus(World.Author));
}
