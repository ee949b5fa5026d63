using System.Text.Json;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class CheckClaimTests : OnDoubt
{
    private const string Page = "https://www.checks.example/bridge";

    [Fact]
    public async Task It_labels_the_post_and_its_copies_in_the_name_of_the_page()
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        var copy = await world.Post("copy", new("somebody"), Altered);
        var made = await world.Do(Checker, Check(post) with { Sources = ["https://archive.example/minutes"], Language = "en", Explanation = "The bolts are there." });

        Assert.Equal((FactCheckState.InForce, Rating.False), (made.State, made.Rating));
        Assert.Equal([post, copy], made.Labelled.Concat(made.Matched));
        Assert.Equal(0.2, (await On(copy, Surface.Feed)).Weight);
        var written = JsonSerializer.Serialize((await world.Do(Checker, new FactCheckFile(made.FactCheckId))).ClaimReview);
        Assert.All(["Harbour Checks", Page, "https://archive.example/minutes", "The bolts are there.", "2026-01-01"], x => Assert.Contains(x, written, StringComparison.Ordinal));
        Assert.Equal(Checker.Id, world.Read(db => db.FactChecks.Single().RatedBy));
    }

    [Fact]
    public async Task What_it_wrote_can_be_read_again()
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        foreach (var (rating, number) in Enum.GetValues<Rating>().Index().Select(x => (x.Item, x.Index)))
        {
            var made = await world.Do(Checker, Check(post) with { Rating = rating, Claim = $"Claim {number}.", Sources = ["https://archive.example/1"] });
            var written = JsonSerializer.SerializeToElement((await world.Do(Checker, new FactCheckFile(made.FactCheckId))).ClaimReview);
            var (review, mistakes) = ClaimReviewReading.Read(written);
            Assert.Empty(mistakes);
            Assert.Equal(rating, RatingTable.Usual.Read(review!.Rating).Rating);
            Assert.Equal(["https://archive.example/1"], review.Sources);
        }
    }

    [Fact]
    public async Task The_word_of_somebody_nobody_vouches_for_is_kept_and_labels_nothing()
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        Assert.Equal(FactCheckState.Unaccredited, (await world.Do(Checker, Check(post) with { Url = "https://nobody.example/1" })).State);
        Assert.True((await On(post, Surface.Feed)).IsPlainAllow);
    }

    [Fact]
    public async Task The_same_page_does_not_rate_the_same_claim_twice_otherwise()
    {
        await Ready();
        var (post, other) = (await Doubted("post", text: Claim), await Doubted("other", text: "Something that has nothing to do with it, at all, ever."));
        var made = await world.Do(Checker, Check(post));
        Assert.Equal(ClaimErrors.RatedOtherwise, await world.Refuse(Checker, Check(other) with { Rating = Rating.True }));
        Assert.Equal(made.FactCheckId, (await world.Do(Checker, Check(other))).FactCheckId);
        Assert.False((await On(other, Surface.Feed)).IsPlainAllow);

        await world.Do(Checker, new CorrectFactCheck(made.FactCheckId, null, "We were wrong.", "Harbour Checks"));
        Assert.Equal(FactCheckErrors.Withdrawn, await world.Refuse(Checker, Check(post)));
    }

    [Fact]
    public async Task Nobody_rates_what_is_from_their_own_account()
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true, Account: new AccountId("by-post")));
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, Check(post)));
        Assert.Equal(ClaimErrors.Own, await world.Refuse(Checker, new SetClaimAside(post, "Fine.")));
        Assert.True((await world.Do(Checker, new ItemToCheck(post))).IsOwn);
    }

    [Theory]
    [InlineData("http://checks.example/1")]
    [InlineData("https://user:word@checks.example/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("checks.example")]
    [InlineData("")]
    public async Task A_page_has_a_secure_address(string url)
    {
        await Ready();
        var post = await Doubted("post", text: Claim);
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, Check(post) with { Url = url })).Kind);
        Assert.Equal(Refusal.Invalid, (await world.Refuse(Checker, Check(post) with { Sources = [url] })).Kind);
    }

    private static CheckClaim Check(ContentId post) => new(post, Claim, Rating.False, Page);
}
