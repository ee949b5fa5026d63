using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.FactChecks;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.RepeatOffenders;

/// <summary>Tests with an author whose posts fact-checkers rate, one claim after the other.</summary>
public abstract class OnRepeatedMisinformation : OnAFactCheck
{
    // Of which none is a copy of another.
    protected static readonly string[] Claims =
    [
        "The harbour bridge was closed because the mayor sold its bolts to a scrap dealer.", "A whale swam up the canal at night and ate the ferry's anchor.",
        "Tap water turns blue when the moon is full, says a retired plumber.", "Every second lamp in the station burns at half strength since last March.",
        "Cows voted on the new timetable of the night bus and won by nine hooves.", "The library lends umbrellas that were found on the moon in spring.",
    ];

    protected async Task<ContentId> Said(int claim, string? id = null, AccountId? by = null, DateTimeOffset? at = null) =>
        await world.Post(id ?? $"post-{claim}", by, Claims[claim], createdAt: at);

    protected async Task<FactCheckId> RateAs(int claim, Rating rating, ContentId[] posts, string host = "checks.example") =>
        (await world.Do(Checker, new FileFactCheck(Review(Word(rating), Claims[claim], host), posts))).FactCheckId;

    /// <summary>The author posts, and it is rated at once.</summary>
    protected async Task<FactCheckId> Strike(int claim, Rating rating = Rating.False) => await RateAs(claim, rating, [await Said(claim)]);

    protected Task<CorrectFactCheck.Answer> Correct(FactCheckId check, Rating? rating) =>
        world.Do(Checker, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks"));

    /// <summary>How a post of the author's that nobody rated is treated where people follow, and where they do not.</summary>
    protected async Task<bool> IsLimited()
    {
        var fresh = await world.Post($"fresh-{Guid.NewGuid()}", text: Guid.NewGuid().ToString());
        var (stories, explore) = (await On(fresh, Surface.Stories), await On(fresh, Surface.Explore));
        Assert.Equal(stories.IsPlainAllow, explore.Grounds.All(x => x.Code != RepeatMisinformation.Ground));
        if (!stories.IsPlainAllow)
            Assert.Equal((0.5, VerdictAction.Drop), (stories.Weight, explore.Action));
        return !stories.IsPlainAllow;
    }

    private protected List<Decision> Steps() => world.Read(db => db.Decisions.AsNoTracking().Where(x => x.Ladder != null).OrderBy(x => x.MadeAt).ToList());

    private protected List<DecidedOutcome> StrikesGiven() => world.Read(db => db.Outcomes.AsNoTracking()
        .Where(x => x.Kind == OutcomeKind.Strike && x.RetractedAt == null).OrderBy(x => x.From).ToList());
}

/// <summary>What counts as a strike for misinformation, from when, until when, and what follows.</summary>
public sealed class RepeatMisinformationTests : OnRepeatedMisinformation
{
    [Fact]
    public async Task The_first_only_warns_and_the_second_shows_all_posts_less_for_ninety_days()
    {
        await Ready();
        await Strike(0);
        Assert.False(await IsLimited());
        Assert.Empty(Steps());

        world.Clock.Pass(TimeSpan.FromDays(10));
        await Strike(1, Rating.Altered);
        var (step, fresh) = (Assert.Single(Steps()), await world.Post("fresh", text: "Good morning, harbour!"));
        Assert.Equal(("account.misinformation", "misinformation", 2, Automation.Full), (step.Guideline, step.Ladder, step.LadderStrikes!.Value, step.Automation));
        Assert.Equal([Now.AddDays(90), Now.AddDays(90)], step.Outcomes.Select(x => x.Until));
        foreach (var surface in Enum.GetValues<Surface>())
            foreach (var follows in new[] { true, false })
            {
                var verdict = await On(fresh, surface, follows);
                var dropped = surface is Surface.Explore or Surface.Reels or Surface.Search or Surface.Hashtags or Surface.SuggestedAccounts || surface is Surface.Feed && !follows;
                Assert.Equal(dropped ? 0 : surface is Surface.Feed or Surface.Stories ? 0.5 : 1, verdict.Weight);
                Assert.All(verdict.Grounds, x => Assert.Equal("account.misinformation", x.Code));
                Assert.Equal(!verdict.IsPlainAllow, verdict.Grounds.Count == 1);
                Assert.True((await On(fresh, surface, follows, "US")).IsPlainAllow);
            }

        world.Clock.Pass(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        Assert.True(await IsLimited());
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.False(await IsLimited());
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_strike_counts_up_to_the_end_of_its_ninetieth_day_and_not_at_it(long ticks, bool crosses)
    {
        await Ready();
        await Strike(0);
        world.Clock.Pass(TimeSpan.FromDays(90) + TimeSpan.FromTicks(ticks));
        await Strike(1);
        Assert.Equal(crosses, await IsLimited());
    }

    [Fact]
    public async Task Each_further_one_makes_it_longer()
    {
        await Ready();
        await Strike(0);
        world.Clock.Pass(TimeSpan.FromDays(80));
        await Strike(1);
        world.Clock.Pass(TimeSpan.FromDays(89));
        await Strike(2);
        Assert.Equal([2, 2], Steps().Select(x => x.LadderStrikes!.Value));
        world.Clock.Pass(TimeSpan.FromDays(89));
        Assert.True(await IsLimited());
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.False(await IsLimited());
    }

    [Fact]
    public async Task Two_posts_rated_at_one_instant_are_two()
    {
        await Ready();
        await RateAs(0, Rating.False, [await Said(0), await Said(1)]);
        Assert.Equal(2, StrikesGiven().Count);
        Assert.True(await IsLimited());
    }

    [Fact]
    public async Task One_post_rated_by_two_publishers_is_one_that_lives_until_the_last_takes_it_back()
    {
        await Ready();
        await Accredit("facts.example");
        var post = await Said(0);
        var first = await RateAs(0, Rating.False, [post]);
        world.Clock.Pass(TimeSpan.FromDays(5));
        var second = await RateAs(0, Rating.Altered, [post], "facts.example");
        Assert.False(await IsLimited());

        world.Clock.Pass(TimeSpan.FromDays(84));
        await Strike(1);
        Assert.True(await IsLimited());
        // The second rating counts from its own instant once the first is gone.
        await Correct(first, null);
        Assert.True(await IsLimited());
        await Correct(second, null);
        Assert.False(await IsLimited());
    }

    [Fact]
    public async Task A_second_publisher_does_not_make_it_count_for_longer()
    {
        await Ready();
        await Accredit("facts.example");
        var post = await Said(0);
        await RateAs(0, Rating.False, [post]);
        world.Clock.Pass(TimeSpan.FromDays(5));
        await RateAs(0, Rating.Altered, [post], "facts.example");
        world.Clock.Pass(TimeSpan.FromDays(85));
        await Strike(1);
        Assert.False(await IsLimited());
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task A_copy_counts_if_it_was_posted_after_the_instant_of_the_rating(long ticks, int strikes)
    {
        await Ready();
        var (original, start) = (await Said(0, "original", new("somebody")), Now.AddDays(1));
        if (ticks <= 0)
            await Said(0, "copy", at: start.AddTicks(ticks));
        world.Clock.Pass(TimeSpan.FromDays(1));
        await RateAs(0, Rating.False, [original]);
        world.Clock.Pass(TimeSpan.FromDays(3));
        if (ticks > 0)
            await Said(0, "copy", at: start.AddTicks(ticks));

        Assert.Equal("fact-check.false", Assert.Single((await On(new("copy"), Surface.Feed)).Labels));
        var given = StrikesGiven().Where(x => x.SubjectId == World.Author.Value).ToArray();
        Assert.Equal(strikes, given.Length);
        Assert.All(given, x => Assert.Equal((start.AddTicks(ticks), start.AddTicks(ticks).AddDays(90)), (x.From, x.Until)));
    }

    [Fact]
    public async Task Two_copies_of_one_claim_posted_after_it_was_rated_are_two()
    {
        await Ready();
        await RateAs(0, Rating.False, [await Said(0, "original", new("somebody"))]);
        world.Clock.Pass(TimeSpan.FromTicks(1));
        await Said(0, "copy-1");
        Assert.False(await IsLimited());
        await Said(0, "copy-2");
        Assert.True(await IsLimited());
    }

    [Fact]
    public async Task A_rulebook_may_count_copies_from_before_the_rating_too()
    {
        await Ready();
        world.GoLive(ShippedRulebook.With(x => x.Rating("false")["strikesEarlierCopies"] = true));
        await Said(0, "copy");
        var original = await Said(0, "original", new("somebody"));
        world.Clock.Pass(TimeSpan.FromDays(1));
        await RateAs(0, Rating.False, [original]);
        Assert.Equal(Now, Assert.Single(StrikesGiven(), x => x.SubjectId == World.Author.Value).From);
    }

    [Fact]
    public async Task An_old_post_that_is_made_a_copy_after_the_rating_counts_from_then_on()
    {
        await Ready();
        var (mine, posted) = (await Said(3, "mine"), Now);
        world.Clock.Pass(TimeSpan.FromDays(1));
        await RateAs(0, Rating.False, [await Said(0, "original", new("somebody"))]);
        world.Clock.Pass(TimeSpan.FromDays(2));
        await world.Do(World.Platform, new PutContent(mine, World.Author, ContentKind.Post, posted, Text: Claims[0]));
        Assert.Equal(Now, Assert.Single(StrikesGiven(), x => x.SubjectId == World.Author.Value).From);
    }

    [Theory]
    [InlineData(Rating.PartlyFalse)]
    [InlineData(Rating.MissingContext)]
    [InlineData(Rating.Satire)]
    [InlineData(Rating.True)]
    public async Task Other_ratings_count_nothing(Rating rating)
    {
        await Ready();
        await Strike(0, rating);
        await Strike(1, rating);
        Assert.Empty(StrikesGiven());
        Assert.False(await IsLimited());
    }

    [Fact]
    public async Task Whether_a_rating_counts_stands_in_the_rulebook_apart_from_what_it_does()
    {
        await Ready();
        world.GoLive(ShippedRulebook.With(x =>
        {
            x.Rating("partlyFalse")["countsToRepeat"] = true;
            x.Rating("false")["countsToRepeat"] = false;
            x["misinformationLadder"]!.AsObject().Step(2)["strikes"] = 3;
        }));
        for (var claim = 0; claim < 3; claim++)
        {
            await Strike(claim, Rating.PartlyFalse);
            await RateAs(5, Rating.False, [await Said(5)]);
            Assert.Equal(claim == 2, await IsLimited());
        }
    }

    [Fact]
    public async Task Nobody_vouches_for_a_publisher_so_its_word_counts_nothing()
    {
        await Ready();
        for (var claim = 0; claim < 3; claim++)
            await RateAs(claim, Rating.False, [await Said(claim)], "rumours.example");
        Assert.Empty(StrikesGiven());
    }

    [Fact]
    public async Task Deleting_clears_nothing_and_a_withdrawal_clears_all_that_came_of_it()
    {
        await Ready();
        await Strike(0);
        var second = await Strike(1);
        var limited = await Told(await world.Post("fresh", text: "Good morning, harbour!"));
        foreach (var post in new ContentId[] { new("post-0"), new("post-1") })
            await world.Do(World.Platform, new DeleteContent(post, Now, DeletedBy.Author));
        Assert.Equal(limited, await Told(new("fresh")));

        await Correct(second, null);
        Assert.False(await IsLimited());
        Assert.Equal(DecisionState.Superseded, Assert.Single(Steps()).State);
        Assert.DoesNotContain(world.Read(db => db.Outcomes.ToList()), x => x.SubjectId == World.Author.Value && x.Kind is not OutcomeKind.Strike && x.RetractedAt is null);
    }

    [Fact]
    public async Task A_correction_counts_from_when_it_is_in_force_and_the_same_word_again_changes_nothing()
    {
        await Ready();
        var (check, first) = (await Strike(0, Rating.PartlyFalse), Now);
        world.Clock.Pass(TimeSpan.FromDays(30));
        await Correct(check, Rating.False);
        Assert.Equal(first.AddDays(30), Assert.Single(StrikesGiven()).From);
        world.Clock.Pass(TimeSpan.FromDays(30));
        await Correct(check, Rating.False);
        Assert.Equal(first.AddDays(30), Assert.Single(StrikesGiven()).From);
        await Correct(check, Rating.Altered);
        Assert.Equal(first.AddDays(60), Assert.Single(StrikesGiven()).From);
        await Correct(check, Rating.MissingContext);
        Assert.Empty(StrikesGiven());
    }

    [Fact]
    public async Task An_unmatched_copy_never_counted()
    {
        await Ready();
        var check = await RateAs(0, Rating.False, [await Said(0, "original", new("somebody"))]);
        world.Clock.Pass(TimeSpan.FromTicks(1));
        await Said(0, "copy-1");
        await Said(0, "copy-2");
        await world.Do(Checker, new UnmatchCopy(check, new("copy-2"), "It quotes the claim to say that it is wrong."));
        Assert.False(await IsLimited());
        Assert.Single(StrikesGiven(), x => x.SubjectId == World.Author.Value);
    }

    [Fact]
    public async Task What_comes_late_counts_from_when_it_was_posted()
    {
        await Ready();
        await RateAs(0, Rating.False, [await Said(0, "original", new("somebody"))]);
        var posted = Now.AddDays(1);
        world.Clock.Pass(TimeSpan.FromDays(40));
        await Strike(1);
        Assert.False(await IsLimited());

        world.Clock.Pass(TimeSpan.FromDays(40));
        await Said(0, "copy", at: posted);
        var step = Assert.Single(Steps());
        Assert.Equal((posted.AddDays(39), posted.AddDays(39 + 90)), (step.Outcomes[0].From, step.Outcomes[0].Until));
    }

    [Fact]
    public async Task Breaches_and_ratings_are_counted_apart()
    {
        await Ready();
        await Strikes(1);
        await Strike(0);
        Assert.Empty(Steps());
        await Strikes(1, "more");
        Assert.Equal("meta-2023", Assert.Single(Steps()).Ladder);
        await Strike(1);
        Assert.Equal(["meta-2023", "misinformation"], Steps().Select(x => x.Ladder));
        Assert.Equal([2, 2], Steps().Select(x => x.LadderStrikes!.Value));
    }

    [Fact]
    public async Task What_limits_the_author_multiplies_with_what_limits_the_post_down_to_the_floor()
    {
        await Ready();
        await Strike(0);
        await Strike(1);
        var other = await world.Post("other", text: "Good morning, harbour!");
        await world.Decide(other, "spam", outcomes: [new(OutcomeKind.Demoted, Weight: 0.6)]);
        Assert.Equal(0.3, (await On(other, Surface.Stories)).Weight, 9);
        // 0.2 of the rating by 0.5 of the account.
        Assert.Equal(Math.Max(0.1, Math.Min(0.2, ShippedRulebook.Read().CombinedWeightFloor)), (await On(new("post-0"), Surface.Stories)).Weight, 9);
    }
}
