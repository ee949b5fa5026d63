using Moderation.Eligibility;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.FactChecks;

namespace Moderation.Tests;

public sealed class PreviewRatingTests : OnDoubt
{
    private const string Page = "https://checks.example/bridge";

    [Theory]
    [InlineData(Rating.False)]
    [InlineData(Rating.Altered)]
    [InlineData(Rating.PartlyFalse)]
    [InlineData(Rating.MissingContext)]
    [InlineData(Rating.Satire)]
    [InlineData(Rating.True)]
    public async Task It_says_what_then_happens_and_stores_nothing(Rating rating)
    {
        await Ready();
        var post = await Doubted("post", followers: 500, text: Claim);
        await PostBy("copy", 70, Altered);
        var before = world.Fingerprint();
        var preview = await world.Do(Checker, new PreviewRating(rating, Page, post));
        Assert.Equal(before, world.Fingerprint());
        Assert.Equal((1, 1, false, 570L, "Harbour Checks", true), (preview.Posts, preview.Copies, preview.IsMore, preview.Reach, preview.Publisher, preview.Counts));
        Assert.All(preview.Now.Values, x => Assert.True(x.IsPlainAllow));

        var made = await world.Do(Checker, new CheckClaim(post, Claim, rating, Page));
        Assert.Equal(rating is Rating.True ? 0 : preview.Copies, made.Matched.Count);
        foreach (var (surface, then) in preview.Then)
            Assert.Equal(Said(await On(post, surface, follows: surface is Surface.Feed or Surface.Stories, country: null)), Said(then));
    }

    [Fact]
    public async Task Of_a_word_that_does_not_count_nothing_follows()
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        var preview = await world.Do(Checker, new PreviewRating(Rating.False, "https://nobody.example/1", post));
        Assert.Equal(("nobody.example", false), (preview.Publisher, preview.Counts));
        Assert.All(preview.Then.Values, x => Assert.True(x.IsPlainAllow));
        Assert.Empty(preview.Outcomes);
    }

    [Fact]
    public async Task A_check_that_waits_is_previewed_on_what_it_names()
    {
        await Ready();
        await PostBy("named", 7_000, Claim);
        await PostBy("copy", 70, Altered);
        var check = await world.Do(Checker, new FileFactCheck(Review("True", number: "\"ratingValue\": 1, \"bestRating\": 6"), [new("named"), new("later")]));
        var preview = await world.Do(Checker, new PreviewRating(Rating.False, null, FactCheck: check.FactCheckId));
        Assert.Equal((1, 1, 7_070L, "Harbour Checks", true), (preview.Posts, preview.Copies, preview.Reach, preview.Publisher, preview.Counts));
        Assert.Equal(VerdictAction.Drop, preview.Then[Surface.Explore].Action);

        Assert.Equal(FactCheckErrors.Unknown, await world.Refuse(Checker, new PreviewRating(Rating.False, null, FactCheck: new(Guid.NewGuid()))));
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, new PreviewRating(Rating.False, null))).Kind);
    }

    private static (VerdictAction, double) Said(Verdict verdict) => (verdict.Action, verdict.Weight);
}
