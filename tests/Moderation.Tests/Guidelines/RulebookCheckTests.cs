using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookCheckTests
{
    private static readonly string[] Lines = RulebookFile.Shipped.Split('\n');

    [Fact]
    public void The_shipped_file_has_no_mistake() => Assert.Empty(RulebookFile.Check(RulebookFile.Shipped));

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var found = Check(
            ("\"combinedWeightFloor\": 0.1", "\"combinedWeightFloor\": 7"),
            ("\"key\": \"F\"", "\"key\": \"f\""),
            ("\"guideline\": \"rec-watermark\"", "\"guideline\": \"rec-water\""),
            ("\"bulkLimit\": 25", "\"bulkLimit\": 0"));

        Assert.Equal(
            [
                ("rulebook.floorOutOfRange", LineOf("\"combinedWeightFloor\": 0.1")),
                ("rulebook.notPositive", LineOf("\"bulkLimit\": 25")),
                ("rulebook.unknownGuideline", LineOf("\"guideline\": \"rec-watermark\"")),
                ("rulebook.keyNotALetter", LineOf("\"key\": \"F\"")),
            ],
            found.Where(x => !x.Words.Contains("already belongs", StringComparison.Ordinal)).Select(x => (x.Code, x.Line)));
        Assert.All(found, x => Assert.Contains($"(line {x.Line})", x.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void Fields_that_are_missing_misspelt_or_of_the_wrong_form_are_all_told_at_once() => Assert.Equal(
        [
            ("rulebook.missingField", LineOf("\"windows\": {")),
            ("rulebook.unreadable", LineOf("\"claimMinutes\": 15")),
            ("rulebook.unknownField", LineOf("\"bulkLimit\": 25")),
            ("rulebook.missingField", LineOf("\"name\": \"Twitch\"")),
        ],
        Check(
            ("\"claimMinutes\": 15", "\"claimMinutes\": 1.5"),
            ("\"bulkLimit\": 25", "\"bulkLimits\": 25"),
            ("\"name\": \"Twitch\"", "\"name\": \" \"")).Select(x => (x.Code, x.Line)));

    [Fact]
    public void Where_the_file_is_no_json_the_line_is_told()
    {
        Assert.Equal(("rulebook.unreadable", 3), Only("{\n\"name\": \"Default\",\nladder"));
        Assert.Equal(("rulebook.unreadable", null), Only("{ \"name\": \"\\ud800\" }"));
    }

    [Fact]
    public void A_name_that_looks_like_a_place_leads_nowhere_else()
    {
        var found = Check(("\"name\": \"Default\",", "\"name\": \"Default\", \"guidelines[0].key\": 1,"));

        Assert.Equal(("rulebook.unknownField", 2), Assert.Single(found.Select(x => (x.Code, x.Line ?? 0))));
    }

    [Fact]
    public void What_is_read_is_refused_for_the_first_of_them() => Assert.Equal(
        Check(("\"key\": \"F\"", "\"key\": \"f\""))[0].Words,
        ShippedRulebook.ErrorIn(RulebookFile.Shipped.Replace("\"key\": \"F\"", "\"key\": \"f\"", StringComparison.Ordinal)).Words);

    private static (string, int?) Only(string json)
    {
        var mistake = Assert.Single(RulebookFile.Check(json));
        return (mistake.Code, mistake.Line);
    }

    private static IReadOnlyList<Mistake> Check(params (string Of, string By)[] changes) => RulebookFile.Check(string.Join('\n',
        Lines.Select((line, i) => changes.Aggregate(line, (x, change) =>
            i + 1 == LineOf(change.Of) ? x.Replace(change.Of, change.By, StringComparison.Ordinal) : x))));

    private static int? LineOf(string text) => Array.FindIndex(Lines, x => x.Contains(text, StringComparison.Ordinal)) + 1;
}
