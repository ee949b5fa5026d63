using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Tests.Recommendations;

public sealed class RecordFactsTests : InARecommendingWorld
{
    [Fact]
    public async Task What_was_measured_goes_before_what_was_told()
    {
        var reel = await Reel(Clean);
        await Record(reel, new RecordFacts.Fact(ContentFact.Muted, 1, Clean.Id));
        Assert.Equal("Reels", await DroppedFrom(reel));
        Assert.Contains("by probe", Assert.Single(Decisions(reel)).Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_measure_never_held()
    {
        var reel = await Reel(Clean);
        await Record(reel, new RecordFacts.Fact(ContentFact.BorderShare, 0.3, Clean.Id));
        await Record(reel, new RecordFacts.Fact(ContentFact.BorderShare, 0.02, Clean.Id));

        Assert.Equal("", await DroppedFrom(reel));
        Assert.Equal(DecisionState.Superseded, Assert.Single(Decisions(reel)).State);
    }

    [Fact]
    public async Task It_is_of_one_revision()
    {
        var reel = await Reel(Clean);
        await Record(reel, new RecordFacts.Fact(ContentFact.Muted, 1, Clean.Id));
        await Reel(Clean, text: "With the sea to be heard.");
        Assert.Equal("", await DroppedFrom(reel));
        Assert.Equal(EnforcementErrors.RevisionChanged, await world.Refuse(
            World.Platform, new RecordFacts(reel, 1, "probe", [new(ContentFact.Muted, 1, Clean.Id)])));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var reel = await Reel(Clean);
        Assert.Equal(ContentErrors.Unknown, await world.Refuse(World.Platform, Of(new("nothing"), new RecordFacts.Fact(ContentFact.Muted, 1, Clean.Id))));
        Assert.Equal(RecommendationErrors.UnknownMedium, await world.Refuse(World.Platform, Of(reel, new RecordFacts.Fact(ContentFact.Muted, 1, "another"))));
        Assert.Equal(RecommendationErrors.UnknownMedium, await world.Refuse(World.Platform, Of(reel, new RecordFacts.Fact(ContentFact.Muted, 1))));
        Assert.Equal(RecommendationErrors.UnknownMedium, await world.Refuse(World.Platform, Of(reel, new RecordFacts.Fact(ContentFact.Political, 1, Clean.Id))));
        foreach (var (fact, measure) in new[] { (ContentFact.Muted, 0.5), (ContentFact.TextShare, 1.1), (ContentFact.ShortSidePixels, 0), (ContentFact.Seconds, -1), (ContentFact.Clickbait, double.NaN) })
            Assert.Equal("request.invalid", (await world.Refuse(World.Platform, Of(reel, new RecordFacts.Fact(fact, measure, Clean.Id)))).Code);
        Assert.Equal("request.invalid", (await world.Refuse(World.Platform, Of(reel))).Code);
    }

    private static RecordFacts Of(ContentId content, params RecordFacts.Fact[] facts) => new(content, 1, "probe", facts);

    private Task<Done> Record(ContentId content, params RecordFacts.Fact[] facts) => world.Do(World.Platform, Of(content, facts));
}
