using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class ConfirmInterimTests : InAWorld
{
    [Fact]
    public async Task It_is_decided_for_good_on_the_rules_outcomes()
    {
        var (content, interim) = await Interim();
        Assert.Equal("interim", Assert.Single((await world.Verdict(Surface.Feed, content)).Grounds).Code);
        Assert.All(interim.Outcomes, x => Assert.True(x.Until <= Now.AddHours(24)));
        var told = (await Notices()).Count;
        world.Clock.Pass(TimeSpan.FromHours(1));

        var final = await world.Do(World.Moderator, new ConfirmInterim(interim.Id, "It is one."));

        Assert.Equal("fraud", Assert.Single((await world.Verdict(Surface.Stories, content)).Grounds).Code);
        Assert.Contains(final.Outcomes, x => x.Kind is OutcomeKind.Strike);
        Assert.Contains(final.Outcomes, x => x is { Kind: OutcomeKind.Removed, Until: null });
        Assert.Equal(Automation.Partial, final.Automation);
        Assert.Equal(DecisionState.Overridden, (await world.Do(World.Lead, new DecisionFile(interim.Id))).State);
        Assert.Equal("We removed your post", Assert.Single((await Notices()).Skip(told)).Title);
    }

    [Fact]
    public async Task What_nobody_confirmed_ends_by_itself()
    {
        var (content, interim) = await Interim();
        world.Clock.Pass(TimeSpan.FromHours(24));

        Assert.True((await world.Verdict(Surface.Feed, content)).IsPlainAllow);
        Assert.Equal(EnforcementErrors.InterimEnded, await world.Refuse(World.Moderator, new ConfirmInterim(interim.Id, "It is one.")));
    }

    [Fact]
    public async Task Only_what_waits_for_it_is_confirmed_and_once()
    {
        var (content, interim) = await Interim();
        var decision = await world.Decide(await world.Post("other"));
        Assert.Equal(EnforcementErrors.NotInterim, await world.Refuse(World.Moderator, new ConfirmInterim(decision.Id, "It is one.")));
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Moderator, new ConfirmInterim(new(Guid.NewGuid()), "It is one.")));
        Assert.Equal(["rationale"], FieldsOf(await world.Refuse(World.Moderator, new ConfirmInterim(interim.Id, ""))));

        await world.Do(World.Moderator, new ConfirmInterim(interim.Id, "It is one."));
        Assert.Equal(EnforcementErrors.Superseded, await world.Refuse(World.Moderator, new ConfirmInterim(interim.Id, "It is one.")));
        Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes, x => x.Guideline == "fraud" && x.DecisionId != decision.Id);
        Assert.NotEqual(default, content);
    }

    [Fact]
    public async Task What_is_restricted_only_specialists_confirm()
    {
        var (_, interim) = await Interim("child-safety");
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Lead, new ConfirmInterim(interim.Id, "It is one.")));
        await world.Do(World.ChildSafety, new ConfirmInterim(interim.Id, "It is one."));
    }

    [Fact]
    public async Task What_somebody_else_looks_at_is_theirs_and_deciding_the_case_confirms_too()
    {
        var (content, interim) = await Interim();
        await Report(content);
        var claim = await world.Do(World.Moderator, new Moderation.Review.ClaimNextCase(World.Moderator.Id));
        Assert.Equal(Moderation.Review.ReviewErrors.HeldByAnother, await world.Refuse(World.OtherModerator, new ConfirmInterim(interim.Id, "It is one.")));

        var final = await world.Do(World.Moderator, Decide(World.Moderator, claim));
        Assert.Equal(interim.Id, (await world.Do(World.Lead, new DecisionFile(final.Id))).Overrides);
        Assert.DoesNotContain((await world.Verdict(Surface.Feed, content)).Grounds, x => x.Code == "interim");
    }

    private async Task<(ContentId Content, EnforceDirectly.Answer Decision)> Interim(string guideline = "fraud")
    {
        var content = await world.Post();
        return (content, await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(content), null, guideline, Finding.Violates, null, "Looks like it.", Automation.Full, Detector: "scam-net", Interim: true)));
    }

    private async Task<IReadOnlyList<NoticesOf.Row>> Notices() => (await world.Do(World.Member, new NoticesOf(World.Author))).Notices;
}
