using System.Text.Json.Nodes;
using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class PartRefusalTests
{
    private static readonly Dictionary<string, (Action<JsonObject> Mistake, string Words)> Mistakes = new()
    {
        ["notADate"] = (x => x.Guideline("rec-long")["from"] = "2025-02-30",
            "Guideline 'rec-long': '2025-02-30' is not a day written as year-month-day, for example 2026-08-20."),
        ["untilNotAfterFrom"] = (x => x.Guideline("rec-publishing")["until"] = "2020-09-01",
            "Guideline 'rec-publishing': it ends on 2020-09-01, which is not after 2020-09-01, when it begins."),
        ["overlappingDates"] = (x => x.Guideline("rec-weight-loss-cosmetic")["clauses"]![1]!["until"] = "2026-08-21",
            "Clause 'rec-weight-loss-cosmetic.cosmetic': 'rec-weight-loss-cosmetic.cosmetic' is there twice, and the dates overlap."),
        ["unknownGroup"] = (x => x.Guideline("spam")["parent"] = "fraud",
            "Guideline 'spam': the group 'fraud' is not known."),
        ["groupCycle"] = (x => x.Named("groups", "community")["parent"] = "children",
            "Group 'community': the groups go round in a circle: community → children → safety → community."),
        ["unknownRating"] = (x => x["ratings"]!.AsArray().Add(Copy(x.Rating("true"), "rating", "True")),
            "Rating 'True': the rating 'True' is not known."),
        ["ratingMissing"] = (x => x["ratings"]!.AsArray().RemoveAt(4),
            "The rulebook: the rating 'satire' is missing; all six are needed."),
        ["ratingEffect"] = (x => x.Rating("false").First("outcomes")["kind"] = "removed",
            "Rating 'false': a rating may only lower, withhold, cover or label content, so it cannot have the outcome 'removed' on the content."),
        ["ratingLowers"] = (x => x.Rating("satire")["outcomes"]!.AsArray().Add(x.Rating("false").First("outcomes").DeepClone()),
            "Rating 'satire': the rating 'satire' may only inform, so it cannot have 'demoted'."),
        ["unknownCountry"] = (x => x.Rating("false")["where"]![0]!["exceptRegions"]!.AsArray().Add("us"),
            "Rating 'false': the country 'us' is not known."),
        ["regionsTwice"] = (x => x.Rating("false")["where"]![1]!["exceptRegions"] = new JsonArray("NL"),
            "Rating 'false': name either the regions or the regions left out, not both."),
        ["wrongSet"] = (x => x.Named("surfaceRules", "reels.muted")["guideline"] = "spam",
            "Surface rule 'reels.muted': 'spam' is no recommendation guideline, so a rule of a surface cannot follow it."),
        ["unknownFact"] = (x => x.Named("surfaceRules", "reels.muted")["fact"] = "silent",
            "Surface rule 'reels.muted': the fact 'silent' is not known."),
        ["thresholdMissing"] = (x => x.Named("surfaceRules", "reels.long").Remove("above"),
            "Surface rule 'reels.long': 'seconds' is measured, so the rule needs either 'below' or 'above'."),
        ["thresholdNotMeasured"] = (x => x.Named("surfaceRules", "reels.muted")["above"] = 1,
            "Surface rule 'reels.muted': 'muted' is true or not, so the rule cannot have 'below' or 'above'."),
        ["thresholdOutOfRange"] = (x => x.Named("surfaceRules", "reels.mostly-text")["above"] = 50,
            "Surface rule 'reels.mostly-text': the threshold 50 is not over 0, or over 1 for a share."),
        ["unknownCount"] = (x => x.Named("accountRules", "account.recent-breach")["counts"] = "sins",
            "Account rule 'account.recent-breach': the thing to count 'sins' is not known."),
        ["unknownCure"] = (x => x.Named("accountRules", "account.recent-breach")["cure"] = "prayer",
            "Account rule 'account.recent-breach': the cure 'prayer' is not known."),
        ["countWithoutWindow"] = (x => x.Named("accountRules", "account.recent-breach").Remove("windowDays"),
            "Account rule 'account.recent-breach': what is counted needs 'atLeast' and either 'windowDays' or 'ofLast'."),
        ["stateWithNumber"] = (x => x.Named("accountRules", "account.ads-banned")["windowDays"] = 30,
            "Account rule 'account.ads-banned': 'adsBanned' is true or not, so 'atLeast', 'ofLast' and 'windowDays' do not fit."),
        ["countOutOfReach"] = (x => x.Named("accountRules", "account.not-recommendable")["atLeast"] = 21,
            "Account rule 'account.not-recommendable': 21 of the last 20 can never be reached."),
    };

    public static TheoryData<string> Codes => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_mistake_in_a_part_is_refused_by_name_and_line(string code) =>
        ShippedRulebook.IsMistaken(Mistakes[code].Mistake, code, Mistakes[code].Words);

    [Fact]
    public void Every_refusal_of_a_part_has_an_example() =>
        Assert.Equal(ShippedRulebook.CodesOf(typeof(PartMistakes)), Mistakes.Keys.Order());

    public static TheoryData<string, Action<JsonObject>, string> More => new()
    {
        { "a rating twice", x => x["ratings"]!.AsArray().Add(x.Rating("false").DeepClone()), "overlappingDates" },
        { "a country in two rows", x => x.Rating("false")["where"]![0]!["exceptRegions"]![0] = "NL", "overlappingDates" },
        { "a rating nowhere", x => x.Rating("false")["where"]!.AsArray().Clear(), "missingField" },
        { "no region at all", x => x.Rating("false")["where"]![1]!["regions"]!.AsArray().Clear(), "missingField" },
        { "a rating of the author", x => x.Rating("false").First("outcomes")["on"] = "author", "ratingEffect" },
        { "a weight in a rating", x => x.Rating("false").First("outcomes")["weight"] = 2, "weightOutOfRange" },
        { "a surface in a rating", x => x.Rating("false").First("outcomes")["surfaces"]![0] = "Feed", "unknownSurface" },
        { "a covered truth", x => x.Rating("true")["cover"] = true, "ratingLowers" },
        { "a context that costs money", x => x.Rating("missingContext")["demonetises"] = true, "ratingLowers" },
        { "a rule of no surface", x => x.Named("surfaceRules", "reels.muted")["surface"] = "wheels", "unknownSurface" },
        { "a rule of no guideline", x => x.Named("surfaceRules", "reels.muted")["guideline"] = "rec-mute", "unknownGuideline" },
        { "a rule with both ends", x => x.Named("surfaceRules", "reels.long")["below"] = 3, "thresholdMissing" },
        { "a rule with no room", x => x.Named("surfaceRules", "reels.long")["above"] = 0, "thresholdOutOfRange" },
        { "a rule twice", x => x["surfaceRules"]!.AsArray().Add(x.First("surfaceRules").DeepClone()), "duplicateCode" },
        { "an account rule of no guideline", x => x.Named("accountRules", "account.reposts")["guidelines"]![0] = "rec-copy", "unknownGuideline" },
        { "an account rule that removes", x => x.First("accountRules").First("outcomes")["kind"] = "disabled", "recommendationRemoves" },
        { "an account rule with two windows", x => x.First("accountRules")["ofLast"] = 3, "countWithoutWindow" },
        { "an account rule without days to cure", x => x.Named("accountRules", "account.reposts").Remove("cureDays"), "missingField" },
        { "an account rule twice", x => x["accountRules"]!.AsArray().Add(x.First("accountRules").DeepClone()), "duplicateCode" },
        { "an account rule under the code of the ladder of misinformation", x => x.First("accountRules")["code"] = "account.misinformation", "duplicateCode" },
        { "a group twice", x => x["groups"]!.AsArray().Add(x.First("groups").DeepClone()), "duplicateCode" },
        { "a group under no group", x => x.Named("groups", "safety")["parent"] = "heaven", "unknownGroup" },
        { "a group under itself", x => x.Named("groups", "safety")["parent"] = "safety", "groupCycle" },
        { "a ladder twice", x => x["misinformationLadder"]!["code"] = "twitch", "duplicateCode" },
        { "a strike of the ladder of misinformation", x => x["misinformationLadder"]!["steps"]![1]!.AsObject().First("outcomes")["kind"] = "strike", "ladderStrikes" },
    };

    [Theory]
    [MemberData(nameof(More))]
    public void So_is_every_other(string what, Action<JsonObject> mistake, string code) =>
        Assert.Equal((what, "rulebook." + code), (what, ShippedRulebook.ErrorAfter(mistake).Code));

    private static JsonObject Copy(JsonObject part, string field, string value)
    {
        var copy = part.DeepClone().AsObject();
        copy[field] = value;
        return copy;
    }
}
