namespace Moderation.Ranking.Tests;

/// <summary>How several outcomes come together in one verdict.</summary>
public sealed class CombinationTests
{
    private static readonly Request Feed = new(Surface.Feed, Viewer.Adult, Follows: true);

    [Fact]
    public void Of_one_ground_on_one_subject_the_strictest_counts() =>
        Assert.Equal(0.5, Of([Lowered(0.5, "fraud"), Lowered(0.8, "fraud")], []).Weight);

    [Fact]
    public void Different_grounds_multiply() =>
        Assert.Equal(0.4, Of([Lowered(0.5, "fraud"), Lowered(0.8, "spam")], []).Weight, 12);

    [Fact]
    public void Item_and_author_multiply_even_of_one_ground() =>
        Assert.Equal(0.25, Of([Lowered(0.5, "fraud")], [Lowered(0.5, "fraud")]).Weight, 12);

    [Fact]
    public void Together_they_stop_at_the_floor() =>
        Assert.Equal(0.1, Of([Lowered(0.2, "fraud", 0.1), Lowered(0.2, "spam", 0.1)], [Lowered(0.2, "nudity", 0.1)]).Weight, 12);

    [Fact]
    public void The_floor_never_lifts_what_one_ground_alone_asks_for() =>
        Assert.Equal(0.05, Of([Lowered(0.05, "fraud", 0.1), Lowered(0.9, "spam", 0.1)], []).Weight, 12);

    [Fact]
    public void A_drop_wins_over_a_cover_and_a_cover_over_a_weight()
    {
        Assert.Equal(VerdictAction.Drop, Of([Of(OutcomeKind.Removed), Of(OutcomeKind.Covered)], []).Action);
        Assert.Equal((VerdictAction.Cover, 0.5), Of([Of(OutcomeKind.Covered), Lowered(0.5, "spam")], []) is var x ? (x.Action, x.Weight) : default);
    }

    [Theory]
    [InlineData(Surface.Explore, true, VerdictAction.Drop)]
    [InlineData(Surface.Reels, true, VerdictAction.Drop)]
    [InlineData(Surface.Search, true, VerdictAction.Drop)]
    [InlineData(Surface.Hashtags, false, VerdictAction.Drop)]
    [InlineData(Surface.SuggestedAccounts, false, VerdictAction.Drop)]
    [InlineData(Surface.Feed, false, VerdictAction.Drop)]
    [InlineData(Surface.Feed, true, VerdictAction.Allow)]
    [InlineData(Surface.Stories, false, VerdictAction.Allow)]
    [InlineData(Surface.Comments, false, VerdictAction.Allow)]
    [InlineData(Surface.Profile, false, VerdictAction.Allow)]
    public void Not_recommended_counts_where_nobody_asked_for_the_author(Surface surface, bool follows, VerdictAction action) =>
        Assert.Equal(action, Eligibility.On(
            Standing.Of([Of(OutcomeKind.NotRecommended)], Made.Start, Made.Start), Standing.Clear, [], new(surface, Viewer.Adult, follows)).Action);

    [Theory]
    [InlineData(null, null, VerdictAction.Drop)]
    [InlineData(17, null, VerdictAction.Drop)]
    [InlineData(18, null, VerdictAction.Allow)]
    [InlineData(null, true, VerdictAction.Drop)]
    [InlineData(null, false, VerdictAction.Allow)]
    public void An_age_limit_takes_the_unknown_for_a_minor(int? age, bool? isMinor, VerdictAction action) =>
        Assert.Equal(action, Eligibility.On(
            Standing.Of([Of(OutcomeKind.AgeLimited)], Made.Start, Made.Start), Standing.Clear, [],
            new(Surface.Feed, new Viewer { Age = age, IsMinor = isMinor }, Follows: true)).Action);

    [Fact]
    public void A_label_tells_and_limits_nothing()
    {
        var verdict = Of([Of(OutcomeKind.Labelled) with { Label = "fact-check.satire" }], []);
        Assert.Equal((VerdictAction.Allow, 1.0, "fact-check.satire"), (verdict.Action, verdict.Weight, verdict.Labels.Single()));
    }

    private static Verdict Of(Outcome[] item, Outcome[] author) => Eligibility.On(
        Standing.Of(item, Made.Start, Made.Start), Standing.Of(author, Made.Start, Made.Start), [], Feed);

    private static Outcome Lowered(double weight, string ground, double floor = 0) =>
        Of(OutcomeKind.Demoted) with { Weight = weight, Ground = ground, Floor = floor };

    private static Outcome Of(OutcomeKind kind) => new()
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        Ground = "spam",
        From = Made.Start,
        RecordedAt = Made.Start,
    };
}
