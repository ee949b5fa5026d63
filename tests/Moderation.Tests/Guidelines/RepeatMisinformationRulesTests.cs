using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.Guidelines;

public sealed class RepeatMisinformationRulesTests
{
    private static readonly Dictionary<string, (Action<JsonObject> Mistake, string Words)> Mistakes = new()
    {
        ["misinformationWindow"] = (x => Ladder(x)["strikeExpiryDays"]!["severe"] = 365,
            "Ladder 'misinformation': a rating has no severity, so 'strikeExpiryDays' gives one number of days, the same four times."),
        ["misinformationCourse"] = (x => Ladder(x)["warningStays"] = true,
            "Ladder 'misinformation': only its checker lifts a rating, so there is no course, and no warning that stays until one."),
        ["misinformationWithoutWarning"] = (x => Ladder(x).Step(1)["outcomes"] = new JsonArray(Ladder(x).Step(2).First("outcomes").DeepClone()),
            "Ladder 'misinformation', at 1 strikes: one rated post repeats nothing, so the step at 1 strike may only warn."),
        ["misinformationOutcome"] = (x => Ladder(x).Step(2)["outcomes"]![1]!["kind"] = "covered",
            "Ladder 'misinformation', at 2 strikes: the outcome 'covered' cannot fall on an account."),
        ["misinformationWithoutEnd"] = (x => Ladder(x).Step(2)["outcomes"]![1]!.AsObject().Remove("days"),
            "Ladder 'misinformation', at 2 strikes: what repeated ratings bring ends by itself, so the outcome 'notRecommended' needs 'days'."),
        ["misinformationNothingLeft"] = (x => Ladder(x).Step(2).First("outcomes")["weight"] = 0,
            "Ladder 'misinformation', at 2 strikes: a demotion of an account leaves a weight over 0."),
    };

    public static TheoryData<string> Codes => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_mistake_in_the_ladder_of_misinformation_is_refused_by_name_and_line(string code) =>
        ShippedRulebook.IsMistaken(Mistakes[code].Mistake, code, Mistakes[code].Words);

    [Fact]
    public void Every_refusal_has_an_example() =>
        Assert.Equal(ShippedRulebook.CodesOf(typeof(RepeatMisinformationMistakes)), Mistakes.Keys.Order());

    [Theory]
    [InlineData("missingContext")]
    [InlineData("satire")]
    [InlineData("true")]
    public void What_only_informs_does_not_count(string rating) =>
        Assert.Equal("rulebook.ratingLowers", ShippedRulebook.ErrorAfter(x => x.Rating(rating)["countsToRepeat"] = true).Code);

    [Fact]
    public void A_window_without_end_is_none() => Assert.Equal(
        "rulebook.misinformationWindow",
        ShippedRulebook.ErrorAfter(x => Ladder(x)["strikeExpiryDays"] = new JsonObject()).Code);

    [Fact]
    public void An_account_may_be_closed_without_an_end_and_a_later_step_may_limit_otherwise() => Assert.Empty(RulebookFile.Check(ShippedRulebook.With(x =>
        Ladder(x)["steps"]!.AsArray().Add(new JsonObject
        {
            ["strikes"] = 9,
            ["name"] = "Closed",
            ["outcomes"] = new JsonArray(new JsonObject { ["kind"] = "disabled", ["on"] = "author" }),
        }))));

    [Fact]
    public void What_follows_holds_where_ratings_that_count_hold()
    {
        var outcomes = ShippedRulebook.Read().MisinformationLadderInUse.StepFor(2)!.Outcomes;
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [OutcomeKind.Demoted, OutcomeKind.NotRecommended],
            outcomes.Where(x => x.Listing.Covers(at)).Select(x => x.Kind));
        Assert.All(outcomes.Where(x => x.Listing.Covers(at)), x => Assert.False(x.Where!.Contain("US")));
        Assert.Equal(2, outcomes.Count(x => x.Where!.Contain("US") && x.Listing.IsOver(new(2025, 4, 7, 0, 0, 0, TimeSpan.Zero))));
    }

    private static JsonObject Ladder(JsonObject file) => file["misinformationLadder"]!.AsObject();
}
