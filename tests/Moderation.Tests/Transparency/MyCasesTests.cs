using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Tests.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class MyCasesTests : InAQueue
{
    [Fact]
    public async Task Each_is_where_it_asks_for_something_and_only_there()
    {
        var kept = await world.Claimed(World.OtherModerator, "kept");
        await world.Do(World.OtherModerator, Hand(kept, "kestrel") with { Reviewer = World.OtherModerator.Id });
        Assert.Single((await Mine()).Kept, x => x is { As: KeptAs.HandedOver, By: "plover", Words: "You know this shop." });
        Assert.Empty((await Mine(World.OtherModerator)).Kept);

        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, kept.CaseId));
        var mine = await Mine();
        Assert.Equal((kept.CaseId, (DateTimeOffset?)claim.LeaseUntil, "author"), (mine.Claimed.Single().Id, mine.Claimed[0].Until, mine.Claimed[0].Handle));
        Assert.Empty(mine.Kept);

        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(1)));
        mine = await Mine();
        Assert.Equal((Now.AddDays(1), "The shop answers tomorrow."), (mine.Snoozed.Single().Until, mine.Snoozed[0].Words));
        Assert.Empty(mine.Claimed);
        Assert.Empty((await Mine(World.OtherModerator)).Snoozed);
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty((await Mine()).Snoozed);
    }

    [Fact]
    public async Task What_was_asked_is_there_until_answered_and_then_with_its_answer()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Satire?"));
        Assert.Equal(("Satire?", null), (await Mine()).Escalated.Select(x => (x.Words, x.Answer)).Single());

        var lead = await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id));
        await world.Do(World.Lead, new AnswerEscalation(World.Lead.Id, lead.CaseId, lead.ClaimNumber, "Yes."));
        var mine = await Mine();
        Assert.Equal(("Satire?", "Yes.", "osprey"), mine.Kept.Select(x => (x.Words, x.Answer, x.By)).Single());
        Assert.Empty(mine.Escalated);

        world.Clock.Pass(Recipients.Kept);
        Assert.Equal("Yes.", (await Mine()).Escalated.Single().Answer);
    }

    [Fact]
    public async Task What_one_decided_since_yesterday_is_there_and_nothing_else()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
        Assert.Equal(claim.CaseId, (await Mine()).Decided.Single().Id);
        Assert.Empty((await Mine(World.OtherModerator)).Decided);

        world.Clock.Pass(MyCases.Recent);
        Assert.Empty((await Mine()).Decided);
    }

    [Fact]
    public async Task What_became_a_matter_of_specialists_is_nowhere()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Satire?"));
        await Report(new("post-1"), "child-safety", "another");

        Assert.Empty((await Mine()).Escalated);
    }

    private Task<MyCases.Answer> Mine(Actor.Staff? who = null) => world.Do(who ?? World.Moderator, new MyCases());
}
