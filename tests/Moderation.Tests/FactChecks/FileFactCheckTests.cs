using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class FileFactCheckTests : OnAFactCheck
{
    [Fact]
    public async Task It_labels_what_it_names_and_tells_the_author_who_rated_it()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var answer = await Rate(Rating.False, post);

        Assert.Equal((FactCheckState.InForce, Rating.False), (answer.State, answer.Rating));
        Assert.Equal([post], answer.Labelled);
        Assert.Equal((VerdictAction.Cover, 0.2), ((await On(post, Surface.Feed)).Action, (await On(post, Surface.Feed)).Weight));
        Assert.Equal(["fact-check.false"], (await On(post, Surface.Feed)).Labels);
        var notice = Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices);
        Assert.Contains("Harbour Checks", notice.Body, StringComparison.Ordinal);
        Assert.Contains("https://checks.example/reviews/bridge", notice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("breaks the rule", notice.Body, StringComparison.Ordinal);
        // It counts to repeat, on a ladder of its own.
        Assert.Equal("fact-check.false", world.Read(db => db.Outcomes.Single(x => x.Kind == OutcomeKind.Strike)).Ground);
    }

    [Fact]
    public async Task The_same_check_twice_is_one()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var first = await Rate(Rating.False, post);
        var second = await Rate(Rating.False, post);

        Assert.Equal(first.FactCheckId, second.FactCheckId);
        Assert.Equal(1, world.Read(db => db.Decisions.Count()));
    }

    [Fact]
    public async Task What_it_names_and_nobody_knows_yet_is_labelled_when_it_comes()
    {
        await Ready();
        Assert.Empty((await Rate(Rating.False, new ContentId("later"))).Labelled);
        var later = await world.Post("later", text: Claim);

        Assert.Equal(VerdictAction.Cover, (await On(later, Surface.Profile)).Action);
    }

    [Fact]
    public async Task A_word_that_nobody_knows_is_refused_and_nothing_is_kept()
    {
        await Ready();
        await world.Post(text: Claim);
        Assert.Equal(FactCheckErrors.UnknownRating, await world.Refuse(Checker, new FileFactCheck(Review("Four Pinocchios"), [new("post-1")])));
    }

    [Fact]
    public async Task A_publishers_own_words_in_its_own_language_are_read_by_its_table()
    {
        await Ready();
        await Accredit(words: new() { ["Grotendeels onwaar"] = Rating.PartlyFalse });
        var post = await world.Post(text: Claim);
        Assert.Equal(Rating.PartlyFalse, (await world.Do(Checker, new FileFactCheck(Review("grotendeels onwaar."), [post]))).Rating);
        // Its table is its own: the English names are not guessed beside it.
        Assert.Equal(FactCheckErrors.UnknownRating, await world.Refuse(Checker, new FileFactCheck(Review("False", "Another claim."), [post])));
    }

    [Theory]
    [InlineData("True", "\"ratingValue\": 1, \"bestRating\": 6")]
    [InlineData("False", "\"ratingValue\": \"5\", \"bestRating\": \"5\", \"worstRating\": \"1\"")]
    public async Task Word_against_number_waits_for_a_person_and_changes_nothing(string word, string number)
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var answer = await world.Do(Checker, new FileFactCheck(Review(word, number: number), [post]));

        Assert.Equal((FactCheckState.Waiting, (Rating?)null), (answer.State, answer.Rating));
        Assert.True((await On(post, Surface.Feed)).IsPlainAllow);
        await world.Do(Checker, new RateClaim(answer.FactCheckId, Rating.PartlyFalse));
        Assert.Equal(0.5, (await On(post, Surface.Feed)).Weight);
        Assert.Equal(FactCheckErrors.NotWaiting, await world.Refuse(Checker, new RateClaim(answer.FactCheckId, Rating.True)));
    }

    [Fact]
    public async Task Nobodys_word_labels_nothing()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var answer = await world.Do(Checker, new FileFactCheck(Review(host: "unheard.example"), [post]));

        Assert.Equal(FactCheckState.Unaccredited, answer.State);
        Assert.True((await On(post, Surface.Explore)).IsPlainAllow);
    }

    [Fact]
    public async Task A_rating_is_no_ground_for_anybody_else()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(post), null, "fact-check.false", Finding.Rated, null, "So they say.", Automation.Full)));
        Assert.Equal(EnforcementErrors.FindingMismatch, await world.Refuse(World.Product, new EnforceDirectly(
            SubjectRef.Of(post), null, "fraud", Finding.Rated, null, "So they say.", Automation.Full)));
    }

    [Fact]
    public async Task A_case_about_the_rules_still_waits()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var @case = await Report(post);
        await Rate(Rating.False, post);

        Assert.Equal(Moderation.Review.CaseStage.Waiting, world.Read(db => db.Set<Moderation.Review.Case>().Single(x => x.Id == @case)).Stage);
    }
}
