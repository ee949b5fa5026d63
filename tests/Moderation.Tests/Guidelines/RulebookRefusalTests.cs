using System.Text.Json.Nodes;
using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookRefusalTests
{
    private static readonly Dictionary<string, (Action<JsonObject> Mistake, string Words)> Mistakes = new()
    {
        ["unreadable"] = (x => x.Guideline("spam")["restricted"] = 1,
            "Guideline 'spam': what stands here cannot be read."),
        ["unknownField"] = (x => x.Guideline("spam").First("outcomes")["wieght"] = 0.5,
            "Guideline 'spam': there is no field 'wieght'."),
        ["missingField"] = (x => x.Guideline("spam").Remove("severity"),
            "Guideline 'spam': the field 'severity' is missing or empty."),
        ["nameTooLong"] = (x => x["name"] = new string('x', 201),
            "The rulebook: a name has at most 200 characters."),
        ["unknownKind"] = (x => x.Guideline("spam").First("outcomes")["kind"] = "shadowBanned",
            "Guideline 'spam': the kind of outcome 'shadowBanned' is not known."),
        ["unknownTarget"] = (x => x.Guideline("spam").First("outcomes")["on"] = "friends",
            "Guideline 'spam': the target 'friends' is not known."),
        ["unknownSurface"] = (x => x.Guideline("rec-clickbait")["outcomes"]![1]!["surfaces"]![0] = "Feed",
            "Guideline 'rec-clickbait': the surface 'Feed' is not known."),
        ["unknownFeature"] = (x => x.Ladder("meta-2023")["steps"]![1]!["outcomes"]![0]!["features"]![0] = "poke",
            "Ladder 'meta-2023', at 2 strikes: the feature 'poke' is not known."),
        ["unknownAudience"] = (x => x.Guideline("rec-political").First("outcomes")["audience"] = "somebody",
            "Guideline 'rec-political': the audience 'somebody' is not known."),
        ["unknownSeverity"] = (x => x.Guideline("spam")["severity"] = "dire",
            "Guideline 'spam': the severity 'dire' is not known."),
        ["unknownSet"] = (x => x.Guideline("spam")["set"] = "advice",
            "Guideline 'spam': the set 'advice' is not known."),
        ["unknownConfidence"] = (x => x["sources"]!["windows.claimMinutes"]!["confidence"] = "Z",
            "The source of 'windows.claimMinutes': the confidence 'Z' is not known."),
        ["unknownCategory"] = (x => x.Guideline("spam")["categories"]![0] = "STATEMENT_CATEGORY_SPAM",
            "Guideline 'spam': the category of the regulator 'STATEMENT_CATEGORY_SPAM' is not known."),
        ["unknownKeyword"] = (x => x.Guideline("spam")["keyword"] = "NUDITY",
            "Guideline 'spam': the keyword of the regulator 'NUDITY' is not known."),
        ["unknownGuideline"] = (x => x.Ladder("meta-2023")["training"]!["notFor"]![1] = "sexual-exploits",
            "Ladder 'meta-2023': the guideline 'sexual-exploits' is not known."),
        ["outOfRange"] = (x => x.Windows["graceSeconds"] = 3601,
            "The windows: 'graceSeconds' is 3601, but must be from 0 to 3600."),
        ["factorTooSmall"] = (x => x.Ladder("twitch")["repeats"]!["factor"] = 1,
            "Ladder 'twitch': repeats multiply by 1, but the factor must be over 1."),
        ["floorOutOfRange"] = (x => x["combinedWeightFloor"] = 1.5,
            "The rulebook: the floor 1.5 is not between 0 and 1."),
        ["weightOutOfRange"] = (x => x.Guideline("rec-clickbait")["outcomes"]![1]!["weight"] = -0.5,
            "Guideline 'rec-clickbait': the weight -0.5 is not between 0 and 1."),
        ["demotionWithoutWeight"] = (x => x.Guideline("rec-clickbait")["outcomes"]![1]!.AsObject().Remove("weight"),
            "Guideline 'rec-clickbait': a demotion needs a weight below 1."),
        ["featureMissing"] = (x => x.Ladder("meta-2023")["steps"]![1]!["outcomes"]![0]!.AsObject().Remove("features"),
            "Ladder 'meta-2023', at 2 strikes: an outcome that blocks features must name them."),
        ["targetMismatch"] = (x => x.Guideline("spam")["outcomes"]![1]!["on"] = "content",
            "Guideline 'spam': the outcome 'strike' cannot fall on the content."),
        ["contentOutcomeOnAccount"] = (x => x.Guideline("spam").First("accountOutcomes")["on"] = "content",
            "Guideline 'spam': where an account is judged, no outcome can fall on content."),
        ["recommendationRemoves"] = (x => x.Guideline("rec-muted").First("outcomes")["kind"] = "removed",
            "Guideline 'rec-muted': a recommendation guideline may only withhold or lower, so it cannot have the outcome 'removed'."),
        ["notPositive"] = (x => x.Windows["claimMinutes"] = 0,
            "The windows: 'claimMinutes' is 0, but must be at least 1."),
        ["appealWindowTooShort"] = (x => x.Windows["appealMonths"] = 5,
            "The windows: the appeal window is 5 months; the law asks at least 6."),
        ["duplicateCode"] = (x => x.Guideline("spam").First("clauses")["code"] = "spam.gating",
            "Clause 'spam.gating': the code 'spam.gating' is used twice."),
        ["clauseCode"] = (x => x.Guideline("spam").First("clauses")["code"] = "spammy.repetitive",
            "Clause 'spammy.repetitive': the clause 'spammy.repetitive' must begin with its guideline's code and a dot."),
        ["duplicateKey"] = (x => x.Guideline("fraud")["key"] = "S",
            "Guideline 'fraud': the key 'S' already belongs to 'spam' of the same set."),
        ["keyNotALetter"] = (x => x.Guideline("spam")["key"] = "SP",
            "Guideline 'spam': the key 'SP' is not one capital letter from A to Z."),
        ["categoryMissing"] = (x => x.Guideline("spam")["categories"]!.AsArray().Clear(),
            "Guideline 'spam': a statement of reasons needs at least one category."),
        ["unknownLadder"] = (x => x["ladder"] = "meta-2032",
            "The rulebook: the ladder in use, 'meta-2032', is not among the ladders."),
        ["ladderWithoutStep"] = (x => x.Ladder("twitch")["steps"]!.AsArray().Clear(),
            "Ladder 'twitch': a ladder needs a step."),
        ["ladderNotAscending"] = (x => x.Ladder("twitch")["steps"]![2]!["strikes"] = 2,
            "Ladder 'twitch', at 2 strikes: the step at 2 strikes does not follow a lower one."),
        ["ladderStrikes"] = (x => x.Ladder("youtube")["steps"]![3]!["outcomes"]![0]!["kind"] = "strike",
            "Ladder 'youtube', at 4 strikes: a ladder answers strikes, so it cannot give any."),
    };

    public static TheoryData<string> Codes => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_mistake_is_refused_by_name_and_line(string code) =>
        ShippedRulebook.IsMistaken(Mistakes[code].Mistake, code, Mistakes[code].Words);

    [Fact]
    public void Every_refusal_of_a_file_has_an_example() =>
        Assert.Equal(ShippedRulebook.CodesOf(typeof(RulebookMistakes)), Mistakes.Keys.Order());

    public static TheoryData<string, string> Numbers => new()
    {
        { "windows", "appealAnswerDays" }, { "windows", "ordinaryLookBackDays" }, { "windows", "severeLookBackYears" },
        { "windows", "bulkLimit" }, { "windows", "interimHours" }, { "hours", "severe" }, { "hours", "high" }, { "hours", "medium" }, { "hours", "low" },
        { "expiry", "low" }, { "step", "strikes" }, { "stepOutcome", "days" }, { "outcome", "minAge" },
        { "guideline", "strikeWeight" }, { "repeats", "mostDays" }, { "misinformation", "low" }, { "accountRule", "atLeast" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void No_length_is_zero_or_less(string part, string field) => Assert.All([0, -1], value =>
        Assert.Equal("rulebook.notPositive", ShippedRulebook.ErrorAfter(x => (part switch
        {
            "windows" => x.Windows,
            "hours" => x.Windows["caseDueHours"]!.AsObject(),
            "expiry" => x.Ladder("twitch")["strikeExpiryDays"]!.AsObject(),
            "step" => x.Ladder("twitch").First("steps"),
            "guideline" => x.Guideline("spam"),
            "repeats" => x.Ladder("twitch")["repeats"]!.AsObject(),
            "misinformation" => x["misinformationLadder"]!["strikeExpiryDays"]!.AsObject(),
            "accountRule" => x.First("accountRules"),
            "stepOutcome" => x.Ladder("twitch")["steps"]![1]!.AsObject().First("outcomes"),
            _ => x.Guideline("rec-suggestive")["outcomes"]![1]!.AsObject(),
        })[field] = value).Code));

    [Fact]
    public void The_two_sets_may_share_a_key_and_a_weight_of_one_is_no_demotion()
    {
        var shipped = ShippedRulebook.Read();

        Assert.Equal(shipped.Find("spam")!.Key, shipped.Find("rec-suggestive")!.Key);
        Assert.Equal("rulebook.demotionWithoutWeight", ShippedRulebook.ErrorAfter(
            x => x.Guideline("rec-clickbait")["outcomes"]![1]!["weight"] = 1).Code);
    }

    [Theory]
    [InlineData("graceSeconds", 0, true)]
    [InlineData("graceSeconds", 3600, true)]
    [InlineData("graceSeconds", -1, false)]
    [InlineData("interimHours", 1, true)]
    [InlineData("interimHours", 24, true)]
    [InlineData("interimHours", 25, false)]
    [InlineData("appealMonths", 1201, false)]
    [InlineData("ordinaryLookBackDays", int.MaxValue, false)]
    [InlineData("severeLookBackYears", 101, false)]
    public void A_length_stays_within_its_ends(string field, int value, bool isFine)
    {
        var json = ShippedRulebook.With(x => x.Windows[field] = value);

        Assert.Equal(isFine ? [] : ["rulebook.outOfRange"], RulebookFile.Check(json).Select(x => x.Code));
    }

    [Fact]
    public void Nothing_lasts_longer_than_the_calendar() => Assert.All(
        new Action<JsonObject>[]
        {
            x => x.Ladder("twitch")["steps"]![1]!.AsObject().First("outcomes")["days"] = int.MaxValue,
            x => x.Ladder("twitch")["strikeExpiryDays"]!["high"] = 36_501,
            x => x.Ladder("youtube")["training"]!["lapsesAfterDays"] = -1,
            x => x.Ladder("youtube")["training"]!["cleanMonths"] = 1_201,
            x => x.Guideline("spam")["strikeWeight"] = 101,
        },
        x => Assert.Equal("rulebook.outOfRange", ShippedRulebook.ErrorAfter(x).Code));

    [Fact]
    public void What_one_strike_brings_is_checked_too() => Assert.Equal("rulebook.contentOutcomeOnAccount",
        ShippedRulebook.ErrorAfter(x => x.First("oneStrike")["on"] = "content").Code);
}
