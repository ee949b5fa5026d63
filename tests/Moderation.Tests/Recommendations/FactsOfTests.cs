using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Tests.Recommendations;

public sealed class FactsOfTests : InARecommendingWorld
{
    [Fact]
    public async Task Each_rule_says_what_it_was_judged_by()
    {
        var reel = await Reel(Clean with { Width = 480 });
        var row = Assert.Single((await world.Do(World.Moderator, new FactsOf(reel))).Rules, x => x.Rule is "reels.low-resolution");
        Assert.Equal((FactVerdict.NotRecommended, 480.0, Clean.Id, "host"), (row.Verdict, row.Measure, row.Medium, row.Source));
    }

    [Fact]
    public async Task One_video_of_which_nothing_is_known_leaves_the_whole_unknown()
    {
        await Reel(Clean);
        await world.Do(World.Platform, new PutContent(
            new("two"), World.Author, ContentKind.Reel, Now, Media: [Clean, new("other-video", MediaKind.Video)]));
        Assert.Contains("reels.muted:Unknown", await Facts(new("two")), StringComparison.Ordinal);
        await world.Do(World.Platform, new PutContent(
            new("two"), World.Author, ContentKind.Reel, Now, Media: [Clean with { HasAudio = false }, new("other-video", MediaKind.Video)]));
        Assert.Contains("reels.muted:NotRecommended", await Facts(new("two")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sealed_is_not_there_for_others()
    {
        var reel = await Reel(Clean);
        await world.Decide(reel, "child-safety", by: "wren");
        Assert.Equal(ContentErrors.Unknown, await world.Refuse(World.Moderator, new FactsOf(reel)));
    }
}
