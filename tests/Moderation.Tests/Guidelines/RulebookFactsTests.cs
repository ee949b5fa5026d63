using System.Globalization;
using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.Guidelines;

/// <summary>The shipped file says what the sources say.</summary>
public sealed class RulebookFactsTests
{
    private static readonly DateTimeOffset Later = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Rulebook shipped = ShippedRulebook.Read();

    [Theory]
    [InlineData(Rating.False, 0.2, 4, true, true, true)]
    [InlineData(Rating.Altered, 0.2, 4, true, true, true)]
    [InlineData(Rating.PartlyFalse, 0.5, 3, true, false, false)]
    [InlineData(Rating.MissingContext, null, 0, false, false, false)]
    [InlineData(Rating.Satire, null, 0, false, false, false)]
    [InlineData(Rating.True, null, 0, false, false, false)]
    public void A_rating_does_on_each_surface_what_was_published(
        Rating rating, double? weight, int barredFrom, bool covers, bool countsToRepeat, bool demonetises)
    {
        var effect = Assert.Single(shipped.RatingEffects, x => x.Rating == rating && x.Counts("NL", Later));
        var demoted = effect.Outcomes.SingleOrDefault(x => x.Kind is OutcomeKind.Demoted);
        var barred = effect.Outcomes.SingleOrDefault(x => x.Kind is OutcomeKind.NotRecommended);

        Assert.Equal((weight, covers, countsToRepeat, demonetises), (demoted?.Weight, effect.Cover, effect.CountsToRepeat, effect.Demonetises));
        Assert.Equal(weight is null ? [] : [Surface.Feed, Surface.Stories], demoted?.Surfaces.Each() ?? []);
        Assert.Equal(barredFrom, barred?.Surfaces.Count ?? 0);
        if (barred is not null)
            Assert.Subset(barred.Surfaces.Each().ToHashSet(), new HashSet<Surface> { Surface.Explore, Surface.Reels, Surface.Hashtags });
        Assert.Equal(rating is not Rating.True, effect.Label is not null);
        Assert.False(effect.StrikesEarlierCopies);
    }

    [Fact]
    public void In_the_united_states_ratings_ended_on_the_seventh_of_april_2025() => Assert.All(Enum.GetValues<Rating>(), rating =>
    {
        var end = new DateTimeOffset(2025, 4, 7, 0, 0, 0, TimeSpan.Zero);

        Assert.Single(shipped.RatingEffects, x => x.Rating == rating && x.Counts("US", end.AddTicks(-1)));
        Assert.DoesNotContain(shipped.RatingEffects, x => x.Rating == rating && x.Counts("US", end));
        Assert.DoesNotContain(shipped.RatingEffects, x => x.Rating == rating && x.Counts("US", end.ToOffset(TimeSpan.FromHours(-8))));
    });

    [Theory]
    [InlineData("meta-2018", "1: | 2: FeatureBlocked 1 | 3: FeatureBlocked 3 | 4: FeatureBlocked 7 | 5: FeatureBlocked 30")]
    [InlineData("meta-2023", "1: | 2: FeatureBlocked 1 | 3: FeatureBlocked 1 | 4: FeatureBlocked 1 | 5: FeatureBlocked 1 | 6: FeatureBlocked 1 | "
        + "7: FeatureBlocked 1 | 8: FeatureBlocked 3 | 9: FeatureBlocked 7 | 10: FeatureBlocked 30")]
    [InlineData("youtube", "1: | 2: FeatureBlocked 7 | 3: FeatureBlocked 14 | 4: Disabled for good")]
    [InlineData("twitch", "1: | 2: Suspended 1 | 3: Suspended 7 | 4: Suspended 30 | 5: Suspended for good")]
    [InlineData("misinformation", "1: | 2: Demoted 90, NotRecommended 90")]
    public void A_ladder_has_the_steps_that_were_published(string code, string steps) => Assert.Equal(steps, string.Join(" | ",
        Ladder(code).Steps.Select(x => $"{x.Strikes}: {string.Join(", ", x.Outcomes.Select(o => $"{o.Kind} {o.Days?.ToString(CultureInfo.InvariantCulture) ?? "for good"}"))}".TrimEnd())));

    [Theory]
    [InlineData("meta-2018", 365, 365, 365, 365)]
    [InlineData("meta-2023", 365, 365, 365, 365)]
    [InlineData("youtube", 90, 90, 90, 90)]
    [InlineData("twitch", 90, 365, 730, 730)]
    [InlineData("misinformation", 90, 90, 90, 90)]
    public void A_strike_lapses_when_it_was_said_to(string code, params int[] days) =>
        Assert.Equal(days, Enum.GetValues<Severity>().Order().Select(x => Ladder(code).Expiry.For(x)!.Value));

    [Fact]
    public void Training_lifts_a_first_warning_but_not_of_the_gravest_kind()
    {
        Assert.Equal((12, 0), (Ladder("meta-2023").Training!.CleanMonths, Ladder("meta-2023").Training!.LapsesAfterDays));
        Assert.Equal(
            ["child-safety", "sexual-exploitation", "dangerous-organisations", "regulated-goods.high-risk-drugs"],
            Ladder("meta-2023").Training!.NotFor);
        Assert.Equal((90, true), (Ladder("youtube").Training!.LapsesAfterDays, Ladder("youtube").WarningStays));
        Assert.Equal(new Repeats(2, 30), Ladder("twitch").Repeats);
        Assert.Null(Ladder("meta-2018").Training);
    }

    [Fact]
    public void Every_account_rule_withholds_the_account_and_so_all_its_content() => Assert.All(shipped.AccountRules, x =>
        Assert.Equal((OutcomeKind.NotRecommended, OutcomeTarget.Author), (Assert.Single(x.Outcomes).Kind, x.Outcomes[0].On)));

    [Theory]
    [InlineData("rec-low-resolution", ContentFact.ShortSidePixels, 539, 540)]
    [InlineData("rec-bordered", ContentFact.BorderShare, 0.11, 0.1)]
    [InlineData("rec-mostly-text", ContentFact.TextShare, 0.51, 0.5)]
    [InlineData("rec-long", ContentFact.Seconds, 180.1, 180)]
    [InlineData("rec-watermark", ContentFact.Watermark, 1, 0)]
    [InlineData("rec-muted", ContentFact.Muted, 1, 0)]
    [InlineData("rec-political", ContentFact.Political, 1, 0)]
    public void Reels_bar_what_the_network_named(string guideline, ContentFact fact, double barred, double fine)
    {
        var rule = Assert.Single(shipped.SurfaceRules, x => x.Guideline == guideline);

        Assert.Equal((Surface.Reels, fact, true, false), (rule.Surface, rule.Fact, rule.Holds(barred), rule.Holds(fine)));
    }

    [Fact]
    public void Explore_bars_what_is_most_likely_clickbait()
    {
        var rule = Assert.Single(shipped.SurfaceRules, x => x.Surface is Surface.Explore);

        Assert.Equal(("rec-clickbait", ContentFact.Clickbait, true, false), (rule.Guideline, rule.Fact, rule.Holds(0.91), rule.Holds(0.9)));
    }

    [Fact]
    public void The_gravest_organisations_cost_features_at_once_and_own_details_no_strike()
    {
        Assert.Contains(shipped.Find("dangerous-organisations")!.Outcomes, x => x.Kind is OutcomeKind.FeatureBlocked && x.Features.Contains(Feature.CreateAd));
        Assert.DoesNotContain(shipped.Find("own-details")!.Outcomes, x => x.Kind is OutcomeKind.Strike);
    }

    [Fact]
    public void What_is_ours_or_weak_is_marked_so()
    {
        var file = ShippedRulebook.Parse();
        string Of(JsonNode? part) => (string)part!["confidence"]!;

        Assert.All(
            file["ratings"]!.AsArray().SelectMany(x => x!["outcomes"]!.AsArray()).Where(x => x!["weight"] is not null),
            x => Assert.Equal("K", Of(x)));
        Assert.Equal("L", Of(file["misinformationLadder"]));
        Assert.Equal(("K", "K"), (Of(file.Guideline("rec-clickbait")), Of(file.Guideline("rec-engagement-bait"))));
        Assert.All(["dates.2026-08-20", "ladders.twitch.repeats", "windows.graceSeconds", "windows.bulkLimit"], x => Assert.Equal("K", Of(file["sources"]![x])));
    }

    private LadderTable Ladder(string code) => shipped.Ladders.Append(shipped.MisinformationLadder).Single(x => x.Code == code);
}
