using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Content;

public sealed class DeleteContentTests : InAWorld
{
    [Fact]
    public async Task What_we_never_knew_cannot_go() =>
        Assert.Equal(ContentErrors.Unknown, await world.Refuse(World.Platform, Delete("post-1")));

    [Fact]
    public async Task Its_case_becomes_void_and_who_held_it_finds_their_claim_gone()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Platform, Delete("post-1"));

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        Assert.Equal(CaseStage.Void, (await world.Do(World.Moderator, new CaseFile(claim.CaseId))).Stage);
        Assert.Equal(0, (await world.Do(World.Moderator, new ReviewQueue())).Count);
    }

    [Fact]
    public async Task A_strike_stays_and_stays_appealable()
    {
        var decision = await world.Decide(await world.Post());
        await world.Do(World.Platform, Delete("post-1"));

        Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
        await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Strikes);
    }

    [Fact]
    public async Task Going_twice_is_going_once()
    {
        await world.Post();
        var first = await world.Do(World.Platform, Delete("post-1"));
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(first, await world.Do(World.Platform, Delete("post-1")));
    }

    [Fact]
    public async Task Erasing_takes_the_words_and_leaves_the_digest()
    {
        await world.Post(text: "Words to forget.");
        await world.Do(World.Platform, Delete("post-1") with { Erase = true });

        var revision = Assert.Single(world.Read(db => db.Revisions.ToList()));
        Assert.Null(revision.Text);
        Assert.Matches("^[0-9a-f]{64}$", revision.Digest);
        Assert.DoesNotContain("Words to forget", world.Fingerprint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_erasing_the_words_stay_for_redress()
    {
        await world.Post(text: "Words to keep.");
        await world.Do(World.Platform, Delete("post-1"));
        Assert.Equal("Words to keep.", Assert.Single(world.Read(db => db.Revisions.ToList())).Text);
    }

    [Fact]
    public async Task A_report_on_what_is_gone_opens_no_case()
    {
        await world.Post();
        await world.Do(World.Platform, Delete("post-1"));
        Assert.Null((await world.Do(World.Platform, new FileReport(new(SubjectKind.Content, "post-1"), null, "fraud"))).CaseId);
    }

    private DeleteContent Delete(string id) => new(new(id), Now, DeletedBy.Author);
}
