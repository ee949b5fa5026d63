using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Recommendations;
using Moderation.Transparency;

namespace Moderation.Tests.Recommendations;

/// <summary>What keeps an account, and with it all its content, from being recommended, through the door.</summary>
public sealed class DeriveRecommendabilityTests : InARecommendingWorld
{
    private const string Recommending = "Feed Explore Reels Search Hashtags SuggestedAccounts";

    [Fact]
    public async Task A_breach_keeps_the_account_from_being_recommended_for_ninety_days_to_the_tick()
    {
        var other = await world.Post("other");
        await world.Decide(await world.Post("bad"));
        var run = Assert.Single(Runs());

        Assert.Equal(("account.recent-breach", Recommending), (run.Rule, await DroppedFrom(other)));
        Assert.Equal("", await DroppedFrom(other, follows: true) is "Explore Reels Search Hashtags SuggestedAccounts" ? "" : "followers see it");
        world.Clock.Pass(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        Assert.Equal(Recommending, await DroppedFrom(other));
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal("", await DroppedFrom(other));
        Assert.Single(Runs());
    }

    [Fact]
    public async Task Another_breach_moves_the_end_and_tells_it_once()
    {
        var first = await world.Decide(await world.Post("one"));
        world.Clock.Pass(TimeSpan.FromDays(30));
        var second = await world.Decide(await world.Post("two"));

        Assert.Equal([DecisionState.Superseded, DecisionState.InForce], Runs().Select(x => x.State));
        var run = Runs()[1];
        Assert.Equal((first.MadeAt, second.MadeAt.AddDays(90)), (run.Outcomes[0].From, run.Outcomes[0].Until));
        Assert.Equal([first.Id, second.Id], world.Read(db => db.Set<Citation>().Where(x => x.DecisionId == run.Id).Select(x => x.CitedId).ToList()).OrderBy(x => x.Value));

        await world.Do(World.Lead, new OverturnDecision(second.Id, "A mistake.", "lead"));
        Assert.Equal(first.MadeAt.AddDays(90), Assert.Single(Runs(), x => x.State is DecisionState.InForce).Outcomes[0].Until);
        await world.Do(World.Lead, new OverturnDecision(first.Id, "A mistake.", "lead"));
        Assert.DoesNotContain(Runs(), x => x.State is DecisionState.InForce);
        Assert.Contains("kept your account from being recommended no longer counts", Notices()[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_of_the_last_twenty_and_mending_deleting_or_posting_cure_it()
    {
        var posts = await Withheld(10);
        var run = Assert.Single(Runs(), x => x.Rule is "account.not-recommendable");
        Assert.Null(run.Outcomes[0].Until);
        Assert.Contains("fewer than 10 of your last 20 posts", Notices()[^1].Body, StringComparison.Ordinal);
        Assert.Equal("mend", (await Status()).Recommendable.Cure);

        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Do(World.Platform, new DeleteContent(posts[3], Now, DeletedBy.Author));
        Assert.True((await Status()).Recommendable.Account);
        Assert.Equal((Now, HowLifted.Cured), (Runs()[0].Outcomes[0].EndedAt, Runs()[0].Outcomes[0].Lifted));
        Assert.Contains("We recommend your account again", Notices()[^1].Body, StringComparison.Ordinal);

        await Withheld(1, "again");
        Assert.False((await Status()).Recommendable.Account);
        for (var i = 0; i < 10; i++)
            await world.Post($"fine-{i}", createdAt: Now.AddMinutes(i));
        world.Clock.Pass(TimeSpan.FromHours(1));
        Assert.False((await Status()).Recommendable.Account);
        await world.Post("fine-11");
        Assert.True((await Status()).Recommendable.Account);
        Assert.Equal(2, Runs().Count);
    }

    [Fact]
    public async Task An_overturn_is_as_if_it_had_never_been()
    {
        var posts = await Withheld(10);
        await world.Do(World.Lead, new OverturnDecision(Decisions(posts[0])[0].Id, "A mistake.", "lead"));
        Assert.True((await Status()).Recommendable.Account);
        Assert.Equal(DecisionState.Superseded, Assert.Single(Runs()).State);
    }

    [Fact]
    public async Task Name_picture_and_words_of_the_profile_count_as_one()
    {
        await Withheld(9);
        for (var i = 0; i < 11; i++)
            await world.Post($"fine-{i}");
        Assert.Empty(Runs());
        await world.Decide(await world.Post("profile", kind: ContentKind.Profile), "rec-tobacco-vaping", Finding.NotRecommendable);
        Assert.Single(Runs());
    }

    [Fact]
    public async Task What_only_reels_leaves_out_and_comments_do_not_add_up()
    {
        for (var i = 0; i < 10; i++)
        {
            await Reel(Clean with { Id = $"video-{i}", HasAudio = false }, $"reel-{i}");
            await world.Decide(await world.Post($"comment-{i}", kind: ContentKind.Comment), "rec-tobacco-vaping", Finding.NotRecommendable);
        }

        Assert.Empty(Runs());
    }

    [Fact]
    public async Task Who_re_posts_is_cured_thirty_days_after_the_last_and_since_may_2026_by_work_of_their_own()
    {
        await Withheld(10, "copy", "rec-unoriginal");
        var last = Now;
        Assert.Equal(last.AddDays(30), Repost().Outcomes[0].Until);
        Assert.Contains("30 days after your last post that somebody else made first", Notices()[^1].Body, StringComparison.Ordinal);
        Assert.Contains(Runs(), x => x.Rule is "account.not-recommendable");

        world.Clock.Pass(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) - Now);
        await Withheld(10, "later", "rec-unoriginal");
        Assert.Contains("more than half of what you posted in the last 30 days", Notices()[^1].Body, StringComparison.Ordinal);
        world.Clock.Pass(TimeSpan.FromHours(1));
        for (var i = 0; i < 10; i++)
            await world.Post($"own-{i}");
        Assert.Equal(DecisionState.InForce, Repost().State);
        Assert.True(Repost().Outcomes[0].IsInForce(Now));
        await world.Post("own-10");
        Assert.False(Repost().Outcomes[0].IsInForce(Now));

        Decision Repost() => Runs().Last(x => x.Rule is "account.reposts");
    }

    [Fact]
    public async Task What_a_person_takes_back_on_the_account_is_not_held_against_it_again()
    {
        await world.Decide(await world.Post("one"));
        await world.Do(World.Lead, new OverturnDecision(Assert.Single(Runs()).Id, "It was years ago.", "lead"));
        await world.Post("another");
        Assert.True((await Status()).Recommendable.Account);

        world.Clock.Pass(TimeSpan.FromDays(1));
        var second = await world.Decide(await world.Post("two"));
        Assert.Equal(second.MadeAt.AddDays(90), Assert.Single(Runs(), x => x.State is DecisionState.InForce).Outcomes[0].Until);
        Assert.Equal(second.MadeAt, Assert.Single(Runs(), x => x.State is DecisionState.InForce).Outcomes[0].From);
    }

    [Fact]
    public async Task It_may_be_appealed_and_then_names_its_rule()
    {
        await world.Decide(await world.Post("one"));
        var appeal = await world.Appeal(Assert.Single(Runs()).Id);
        await world.Rule(appeal, Ruling.Overturned);
        Assert.True((await Status()).Recommendable.Account);
    }

    [Fact]
    public async Task In_dutch_too()
    {
        await world.Post("one");
        await world.Do(World.Platform, new PutAccount(World.Author, "author", Language: "nl"));
        await world.Decide(new("one"));
        Assert.Contains("huisregels niet toestaan", Notices()[^1].Body, StringComparison.Ordinal);
        Assert.Contains("Dit eindigt vanzelf op 1 april 2026", Notices()[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_know_of_a_decision_does_not_learn_of_it_from_what_follows()
    {
        await world.Decide(await world.Post("sealed"), "child-safety", by: "wren");
        var run = Assert.Single(Runs());
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Moderator, new DecisionFile(run.Id)));
        Assert.Equal(run.Id, (await world.Do(World.ChildSafety, new DecisionFile(run.Id))).Id);
        Assert.DoesNotContain((await world.Do(World.Moderator, new AccountStatus(World.Author))).AccountOutcomes, x => x.DecisionId == run.Id);
    }

    [Fact]
    public async Task Nobody_may_name_a_rule_on_accounts_in_a_judgement()
    {
        await world.Post();
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "account.reposts", Finding.NotRecommendable, null, "So.", Automation.None, new("kestrel"))));
    }

    private async Task<ContentId[]> Withheld(int count, string prefix = "post", string guideline = "rec-tobacco-vaping")
    {
        var posts = new List<ContentId>();
        for (var i = 0; i < count; i++)
        {
            posts.Add(await world.Post($"{prefix}-{i}"));
            await world.Decide(posts[i], guideline, Finding.NotRecommendable);
        }

        return [.. posts];
    }

    private Task<AccountStatus.Answer> Status() => world.Do(World.Member, new AccountStatus(World.Author));
}
