using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests;

public sealed class MayPublishTests : InAWorld
{
    [Fact]
    public async Task What_nobody_limits_may_be_shown() => Assert.Equal(MayPublish.Answer.Yes, await May(await world.Post()));

    [Fact]
    public async Task What_was_removed_may_not_until_it_is_given_back()
    {
        var content = await world.Post();
        var decision = await world.Decide(content);
        Assert.Equal(MayPublish.Answer.No, await May(content));
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "A mistake.", "lead"));
        Assert.Equal(MayPublish.Answer.Yes, await May(content));
    }

    [Fact]
    public async Task Nor_anything_of_an_account_that_is_suspended_nor_what_hangs_under_something_removed()
    {
        await world.Decide(await world.Post());
        Assert.Equal(MayPublish.Answer.No, await May(await world.Post("reply", new("replier"), kind: ContentKind.Comment, parent: new ContentId("post-1"))));
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(new AccountId("replier")), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel")));
        Assert.Equal(MayPublish.Answer.No, await May(await world.Post("more", new("replier"))));
    }

    [Fact]
    public async Task Not_being_recommended_is_not_being_gone()
    {
        var content = await world.Post();
        await world.Decide(content, "rec-clickbait", Finding.NotRecommendable);
        Assert.Equal(MayPublish.Answer.Yes, await May(content));
    }

    private Task<MayPublish.Answer> May(ContentId content) => world.Do(World.Platform, new MayPublish(content));
}
