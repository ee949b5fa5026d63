using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Enforcement;

public sealed class QuarantineTests : InAWorld
{
    [Fact]
    public async Task A_restricted_guideline_locks_and_the_host_is_told_to_preserve_without_a_word_of_it()
    {
        var post = await world.Post(text: "A xylograph.");
        var decision = await world.Decide(post, "child-safety", by: "wren");

        Assert.Equal([OutcomeKind.Quarantined, OutcomeKind.Strike], decision.Outcomes.Select(x => x.Kind).Order());
        Assert.Equal(VerdictAction.Drop, (await world.Verdict(Surface.Feed, post)).Action);
        var told = Assert.Single((await world.Do(World.Platform, new EventFeed())).Events, x => x.Type == "content.quarantined");
        Assert.Equal("post-1", told.Data.GetProperty("contentId").GetString());
        Assert.True(told.Data.GetProperty("lockAndPreserve").GetBoolean());
        var digest = world.Read(db => db.Content.Single().RevisionDigest);
        Assert.Equal(digest, told.Data.GetProperty("revisions")[0].GetProperty("digest").GetString());
        Assert.DoesNotContain("xylograph", told.Data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_to_be_removed_there_is_quarantined_and_that_is_no_deviation()
    {
        var decision = await world.Decide(await world.Post(), "child-safety", outcomes: [new(OutcomeKind.Removed), new(OutcomeKind.Strike)], by: "wren");

        Assert.Contains(decision.Outcomes, x => x.Kind is OutcomeKind.Quarantined);
        Assert.DoesNotContain(decision.Outcomes, x => x.Kind is OutcomeKind.Removed);
        Assert.True(world.Read(db => db.Set<Decision>().Single(x => x.CauseId == null).FollowsRule));
    }

    [Fact]
    public async Task Elsewhere_it_cannot_be_asked_for()
    {
        var post = await world.Post();
        var refusal = await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(post), null, "spam", Finding.Violates, [new(OutcomeKind.Quarantined)], "As seen.", Automation.Full));
        Assert.Equal("outcome.invalid", refusal.Code);
        refusal = await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "child-safety", Finding.Violates, [new(OutcomeKind.Removed)], "As seen.", Automation.Full));
        Assert.Equal("outcome.invalid", refusal.Code);
    }

    [Fact]
    public async Task Notices_sent_before_quote_it_no_longer()
    {
        var post = await world.Post(text: "A “xylograph”.\nAnd more of it.");
        await world.Decide(post, "spam");
        Assert.Contains("xylograph", Told(), StringComparison.Ordinal);

        await world.Decide(post, "child-safety", by: "wren");
        Assert.DoesNotContain("xylograph", Told(), StringComparison.Ordinal);
        Assert.Contains("We looked at your post as it was when we decided.", Told(), StringComparison.Ordinal);
    }

    private string Told() => world.Read(db => string.Join('\n', db.Notices.Where(x => x.AccountId == World.Author).Select(x => x.Body).ToList()));
}
