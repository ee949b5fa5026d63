using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests;

public sealed class CheckEligibilityTests : InAWorld
{
    private static readonly ContentId Post1 = new("post-1");

    [Fact]
    public async Task Answers_keep_their_order_and_unknown_ids_are_allowed_and_counted()
    {
        await world.Decide(await world.Post("bad"));
        await world.Post("good");

        var answer = await Check(Surface.Stories, [new(new("good")), new(new("nobody-knows")), new(new("bad"))]);
        Assert.Equal([VerdictAction.Allow, VerdictAction.Allow, VerdictAction.Drop], answer.Verdicts.Select(x => x.Action));
        Assert.Equal(1, answer.Unknown);
        Assert.True(answer.Version > 0);
    }

    [Fact]
    public async Task A_suspended_accounts_posts_drop_on_every_surface_and_so_does_the_account()
    {
        await world.Post();
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel")));

        foreach (var surface in Enum.GetValues<Surface>())
            Assert.All((await Check(surface, [new(Post1), new(Account: World.Author)])).Verdicts, x =>
            {
                Assert.Equal(VerdictAction.Drop, x.Action);
                Assert.Contains(x.Grounds, y => y.Code is "account.suspended");
                Assert.DoesNotContain(x.Grounds, y => y.Code is not ("account.suspended" or "account.not-recommended"));
            });

        world.Clock.Pass(TimeSpan.FromDays(30));
        Assert.True((await world.Verdict(Surface.Stories, Post1)).IsPlainAllow);
    }

    [Fact]
    public async Task A_reply_under_and_a_reshare_of_what_was_removed_drop_too_and_come_back_with_it()
    {
        await world.Post();
        var reply = await world.Post("reply", new("replier"), kind: ContentKind.Comment, parent: Post1);
        var deeper = await world.Post("deeper", new("replier"), kind: ContentKind.Comment, parent: reply);
        var reshare = await world.Post("reshare", new("sharer"), reshareOf: Post1);
        var decision = await world.Decide(Post1);

        Assert.All(await world.Verdicts(Surface.Comments, reply, deeper, reshare), x => Assert.Equal(VerdictAction.Drop, x.Action));
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "A mistake.", "lead"));
        Assert.All(await world.Verdicts(Surface.Comments, reply, deeper, reshare), x => Assert.True(x.IsPlainAllow));
    }

    [Fact]
    public async Task A_stored_author_beats_the_one_that_is_sent()
    {
        await world.Post();
        await world.Post("other", new("innocent"));
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel")));

        var answer = await Check(Surface.Feed, [new(Post1, new AccountId("innocent")), new(new("other"), World.Author), new(new("new"), World.Author)]);
        Assert.Equal([VerdictAction.Drop, VerdictAction.Allow, VerdictAction.Drop], answer.Verdicts.Select(x => x.Action));
    }

    [Fact]
    public async Task Following_matters_in_the_feed_alone()
    {
        await world.Decide(await world.Post(), "rec-tobacco-vaping", Finding.NotRecommendable);

        foreach (var surface in Enum.GetValues<Surface>())
        {
            var verdicts = (await Check(surface, [new(Post1, Follows: true), new(Post1, Follows: false), new(Post1)])).Verdicts;
            Assert.Equal(verdicts[1], verdicts[2], (x, y) => x!.Action == y!.Action);
            Assert.Equal(surface is Surface.Feed, verdicts[0].Action != verdicts[1].Action);
        }
    }

    [Fact]
    public async Task An_unknown_age_is_under_age()
    {
        await world.Decide(await world.Post(), outcomes: [new(OutcomeKind.AgeLimited)]);

        Assert.Equal(VerdictAction.Drop, (await Check(Surface.Stories, [new(Post1)], null)).Verdicts[0].Action);
        Assert.Equal(VerdictAction.Drop, (await Check(Surface.Stories, [new(Post1)], new() { Age = 17 })).Verdicts[0].Action);
        Assert.Equal(VerdictAction.Allow, (await Check(Surface.Stories, [new(Post1)], new() { Age = 18 })).Verdicts[0].Action);
    }

    [Fact]
    public async Task What_was_told_then_stays_told()
    {
        await world.Post();
        var before = Now;
        world.Clock.Pass(TimeSpan.FromHours(1));
        var decision = await world.Decide(Post1);
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "A mistake.", "lead"));

        Assert.Equal(VerdictAction.Allow, (await At(before)).Action);
        Assert.Equal(VerdictAction.Drop, (await At(decision.MadeAt)).Action);
        Assert.Equal(VerdictAction.Drop, (await At(Now.AddTicks(-1))).Action);
        Assert.Equal(VerdictAction.Allow, (await At(Now)).Action);
    }

    [Fact]
    public async Task A_candidate_is_one_thing_and_there_is_at_least_one()
    {
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new CheckEligibility(Surface.Feed, null, null, []))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new CheckEligibility(Surface.Feed, null, null, [new()]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new CheckEligibility(Surface.Feed, null, null, [new(Post1, Account: World.Author)]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new CheckEligibility(
            Surface.Feed, null, null, [.. Enumerable.Repeat(new CheckEligibility.Candidate(Post1), CheckEligibility.MaxCandidates + 1)]))));
    }

    private async Task<Verdict> At(DateTimeOffset at) =>
        (await world.Do(World.Product, new CheckEligibility(Surface.Feed, Viewer.Adult, at, [new(Post1)]))).Verdicts[0];

    private Task<CheckEligibility.Answer> Check(Surface surface, CheckEligibility.Candidate[] candidates) => Check(surface, candidates, Viewer.Adult);

    private Task<CheckEligibility.Answer> Check(Surface surface, CheckEligibility.Candidate[] candidates, Viewer? viewer) =>
        world.Do(World.Product, new CheckEligibility(surface, viewer, null, candidates));
}
