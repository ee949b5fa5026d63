using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.FactChecks;

public sealed class ItemToCheckTests : OnDoubt
{
    [Fact]
    public async Task It_says_who_doubts_it_and_what_was_checked_already()
    {
        await Ready();
        var post = await Doubted("post", followers: 40, reports: 2, score: 0.6, text: $"{Claim} See https://Posts.example/a?b=1, and http://posts.example/2.");
        await Report("post", "of-spam", "spam");
        var item = await world.Do(Checker, new ItemToCheck(post));

        Assert.Equal(("by-post", 40L, 2, true), (item.Handle, item.Followers, item.Reports, item.Waits));
        Assert.Equal(["reporter-1 says so.", "reporter-0 says so."], item.Words.OrderDescending());
        Assert.Equal(("health-claims", 0.6), (Assert.Single(item.Signals).Detector, item.Signals[0].Score));
        Assert.Equal(["https://Posts.example/a?b=1", "http://posts.example/2"], item.Links);
        Assert.Empty(item.Checks);

        var check = await Rate(Rating.Satire, post);
        item = await world.Do(Checker, new ItemToCheck(post));
        Assert.Equal((check.FactCheckId, Rating.Satire, false), (Assert.Single(item.Checks).Id, item.Checks[0].Rating, item.Checks[0].IsCopy));
        Assert.False(item.Waits);
    }

    [Fact]
    public async Task A_checker_opens_any_post_that_everybody_sees_and_its_pictures()
    {
        await Ready();
        await PostBy("quiet", 10);
        Assert.Equal((0.0, false), ((await world.Do(Checker, new ItemToCheck(new("quiet")))).Doubt, (await world.Do(Checker, new ItemToCheck(new("quiet")))).Waits));
        Assert.Equal(ClaimErrors.UnknownItem, await world.Refuse(Checker, new ItemToCheck(new("nothing"))));
        Assert.Equal(Moderation.Content.ContentErrors.UnknownMedia, await world.Refuse(Checker, new MediaOf(new("quiet"), 1, 0)));
    }

    [Fact]
    public async Task Pictures_are_there_for_checkers_only_of_what_everybody_sees()
    {
        await Ready();
        await world.Post();
        foreach (var (id, audience) in new[] { ("open", Moderation.Content.ContentAudience.Public), ("closed", Moderation.Content.ContentAudience.Followers) })
            await world.Do(World.Platform, new Moderation.Content.PutContent(
                new(id), World.Author, Moderation.Content.ContentKind.Post, Now, Audience: audience, Text: "Look.",
                Media: [new("m", Moderation.Content.MediaKind.Image, $"https://cdn.example/{id}.jpg")]));

        Assert.Equal("https://cdn.example/open.jpg", (await world.Do(Checker, new MediaOf(new("open"), 1, 0))).Url);
        Assert.Equal(Moderation.Content.ContentErrors.UnknownMedia, await world.Refuse(Checker, new MediaOf(new("closed"), 1, 0)));
    }
}
