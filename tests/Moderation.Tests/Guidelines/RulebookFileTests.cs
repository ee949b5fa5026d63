using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookFileTests
{
    private static readonly string[] Community =
    [
        "spam", "fraud", "hate-speech", "bullying", "violence", "dangerous-organisations", "nudity",
        "sexual-exploitation", "child-safety", "human-exploitation", "self-harm", "regulated-goods",
        "intellectual-property", "privacy", "impersonation", "account-integrity", "misinformation-harm",
        "coordinated-harm", "graphic-content", "cybersecurity", "inauthentic-engagement", "own-details",
    ];

    private static readonly string[] Recommendation =
    [
        "rec-tobacco-vaping", "rec-suggestive", "rec-violence", "rec-self-harm", "rec-weight-loss-cosmetic",
        "rec-unoriginal", "rec-engagement-bait", "rec-clickbait", "rec-political", "rec-low-resolution",
        "rec-watermark", "rec-muted", "rec-bordered", "rec-mostly-text",
        "rec-health-finance", "rec-publishing", "rec-misleading", "rec-long",
    ];

    private static readonly string[] Extras = ["training", "repeats"];
    private static readonly string[] Judging = ["guidelines", "ratings"];
    private static readonly string[] Rules = ["surfaceRules", "accountRules", "groups"];

    private readonly Rulebook shipped = ShippedRulebook.Read();

    [Fact]
    public void The_shipped_rulebook_holds_every_code_that_outside_programs_use()
    {
        Assert.Equal(Community, Of(GuidelineSet.Community));
        Assert.Equal(Recommendation, Of(GuidelineSet.Recommendation));
    }

    [Fact]
    public void Every_guideline_is_explained_by_one_to_six_clauses() =>
        Assert.All(shipped.Guidelines, x => Assert.InRange(x.Clauses.Count, 1, 6));

    [Fact]
    public void Every_guideline_does_something_and_has_a_category_of_the_regulator() => Assert.All(shipped.Guidelines, x =>
    {
        Assert.NotEmpty(x.Outcomes);
        Assert.Subset(Regulator.Categories.ToHashSet(), x.Categories.ToHashSet());
    });

    [Fact]
    public void Only_child_safety_is_restricted_and_costs_the_account_at_once()
    {
        var childSafety = shipped.Find("child-safety")!;

        Assert.Equal([childSafety], shipped.Guidelines.Where(x => x.Restricted));
        Assert.Equal([childSafety], shipped.Guidelines.Where(x => x.OneStrike));
        Assert.Equal(
            [OutcomeKind.Removed, OutcomeKind.Strike, OutcomeKind.Suspended], childSafety.Outcomes.Select(x => x.Kind));
    }

    [Fact]
    public void An_outcome_has_what_the_file_says_and_else_applies_everywhere()
    {
        var clickbait = shipped.Find("rec-clickbait")!.Outcomes;

        Assert.Equal((SurfaceSet.All, 1.0, null), (clickbait[0].Surfaces, clickbait[0].Weight, clickbait[0].Days));
        Assert.Equal((OutcomeKind.Demoted, SurfaceSet.Of(Surface.Feed, Surface.Stories), 0.5),
            (clickbait[1].Kind, clickbait[1].Surfaces, clickbait[1].Weight));
        Assert.Equal(Audience.PoliticsLimited, Assert.Single(shipped.Find("rec-political")!.Outcomes).Audience);
    }

    [Fact]
    public void Every_number_says_where_it_comes_from()
    {
        var file = ShippedRulebook.Parse();
        var sourced = file["sources"]!.AsObject().Select(x => x.Key).ToHashSet();
        var ladders = file["ladders"]!.AsArray().Append(file["misinformationLadder"]).ToList();

        Assert.Contains("combinedWeightFloor", sourced);
        Assert.All(file.Windows, x => Assert.Contains("windows." + x.Key, sourced));
        Assert.All(file["ladders"]!.AsArray(), x => Assert.Contains($"ladders.{x!["code"]}.strikeExpiryDays", sourced));
        Assert.Contains("misinformationLadder.strikeExpiryDays", sourced);
        Assert.All(
            from ladder in file["ladders"]!.AsArray()
            from field in Extras
            where ladder![field] is not null
            select $"ladders.{ladder["code"]}.{field}",
            x => Assert.Contains(sourced, y => y.StartsWith(x, StringComparison.Ordinal)));
        Assert.All(
            ladders.SelectMany(x => x!["steps"]!.AsArray()).Where(x => x!["outcomes"]!.AsArray().Count > 0),
            IsSourced);
        Assert.All(
            from list in Judging
            from part in file[list]!.AsArray()
            from outcome in part!["outcomes"]!.AsArray().Concat(part["accountOutcomes"]?.AsArray() ?? [])
            where outcome!["days"] is not null || outcome["weight"] is not null
            select outcome, IsSourced);
        Assert.All(Judging.Concat(Rules).SelectMany(x => file[x]!.AsArray()), IsSourced);
    }

    [Fact]
    public void Every_date_says_where_it_comes_from()
    {
        var file = ShippedRulebook.Parse();
        var dates = Dates(file).Distinct().Order().ToList();

        Assert.Equal(6, dates.Count);
        Assert.Equal(
            dates.Select(x => "dates." + x),
            file["sources"]!.AsObject().Select(x => x.Key).Where(x => x.StartsWith("dates.", StringComparison.Ordinal)).Order());

        static IEnumerable<string> Dates(JsonNode? part) => part switch
        {
            JsonObject fields => fields.Where(x => x.Key is "from" or "until").Select(x => (string)x.Value!)
                .Concat(fields.SelectMany(x => Dates(x.Value))),
            JsonArray parts => parts.SelectMany(Dates),
            _ => [],
        };
    }

    [Fact]
    public void What_is_not_understood_names_its_line()
    {
        var lines = RulebookFile.Shipped.Split('\n');
        var line = Array.FindIndex(lines, x => x.Contains("\"key\": \"F\"", StringComparison.Ordinal)) + 1;

        Assert.StartsWith($"Guideline 'fraud' (line {line}): ",
            ShippedRulebook.ErrorIn(RulebookFile.Shipped.Replace("\"key\": \"F\"", "\"key\": \"f\"", StringComparison.Ordinal)).Words,
            StringComparison.Ordinal);
        Assert.StartsWith("Line 3: ", ShippedRulebook.ErrorIn("{\n\"name\": \"Default\",\nladder").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"name\": \"A\", \"name\": \"B\" }")]
    [InlineData("{ \"name\": \"\\ud800\" }")]
    public void Anything_but_a_rulebook_is_refused(string json) =>
        Assert.StartsWith("rulebook.", ShippedRulebook.ErrorIn(json).Code, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal("rulebook.unreadable", ShippedRulebook.ErrorIn("{ \"name\": \"" + (char)0xd800 + "\" }").Code);

    [Fact]
    public void A_part_that_is_null_is_refused() => Assert.Equal("rulebook.unreadable", ShippedRulebook.ErrorAfter(
        x => x.Guideline("spam")["outcomes"]!.AsArray().Add((JsonNode?)null)).Code);

    private static void IsSourced(JsonNode? part)
    {
        Assert.NotEqual("", (string?)part!["source"] ?? "");
        Assert.Contains((string?)part["confidence"] ?? "", "HMLK".Select(x => x.ToString()));
    }

    private IEnumerable<string> Of(GuidelineSet set) => shipped.Guidelines.Where(x => x.Set == set).Select(x => x.Code);
}
