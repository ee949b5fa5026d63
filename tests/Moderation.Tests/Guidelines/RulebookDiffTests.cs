using System.Text.Json.Nodes;
using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookDiffTests
{
    public static TheoryData<string, Action<JsonObject>> Sentences => new()
    {
        { "Strike weight 1 → 2", x => x.Guideline("spam")["strikeWeight"] = 2 },
        { "Severity low → high", x => x.Guideline("spam")["severity"] = "high" },
        { "One strike no → yes", x => x.Guideline("spam")["oneStrike"] = true },
        { "Windows, appeal months 6 → 7", x => x.Windows["appealMonths"] = 7 },
        { "Windows, case due hours, severe 1 → 2", x => x.Windows["caseDueHours"]!["severe"] = 2 },
        { "Ladder meta-2023 → youtube", x => x["ladder"] = "youtube" },
        {
            "Adds outcome demoted to 0.5 in Feed and Stories",
            x => x.Guideline("spam")["outcomes"]!.AsArray().Add(JsonNode.Parse("""{ "kind": "demoted", "on": "content", "weight": 0.5, "surfaces": ["feed", "stories"] }"""))
        },
        { "Drops outcome strike", x => x.Guideline("spam")["outcomes"]!.AsArray().RemoveAt(1) },
        { "When an account is judged: Drops outcome suspended for 30 days", x => x.Guideline("spam")["accountOutcomes"]!.AsArray().Clear() },
        {
            "Step at 2 strikes: Outcome feature blocked (live) for 1 day → feature blocked (live) for 3 days",
            x => x.Ladder("meta-2023").Step(2).First("outcomes")["days"] = 3
        },
        { "Strike expiry days, low 365 → none", x => x.Ladder("meta-2023")["strikeExpiryDays"]!.AsObject().Remove("low") },
        { "Drops step at 1 strike: Warning", x => x.Ladder("meta-2023")["steps"]!.AsArray().RemoveAt(0) },
        { "Weather none → {\"rain\":true}", x => x["weather"] = JsonNode.Parse("{\"rain\":true}") },
        { "Clause spam.repetitive, key none → R", x => x.Guideline("spam").First("clauses")["key"] = "R" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_change_is_said_in_a_sentence(string words, Action<JsonObject> change) => Assert.Equal(words, Assert.Single(After(change)).Words);

    [Fact]
    public void A_changed_text_comes_with_both_texts()
    {
        var change = Assert.Single(After(x => x.Guideline("spam")["text"] = "No spam."));
        Assert.Equal(("guidelines", "spam", "Text", "No spam."), (change.Part, change.Code, change.Words, change.After));
        Assert.Equal(ShippedRulebook.Read().Find("spam")!.Text, change.Before);
    }

    [Fact]
    public void A_guideline_comes_and_goes()
    {
        var (gone, come) = After(x =>
        {
            var guideline = x.Guideline("spam");
            guideline["code"] = "junk";
            guideline["title"] = "Junk";
        }) is [var first, var second] ? (first, second) : throw new InvalidOperationException();

        Assert.Equal(("spam", "Spam"), (gone.Code, gone.Title));
        Assert.StartsWith("Drops guideline spam: Spam, low, removed; strike", gone.Words, StringComparison.Ordinal);
        Assert.Equal(("junk", "Junk"), (come.Code, come.Title));
        Assert.StartsWith("Adds guideline junk: Junk, low, removed; strike", come.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_is_no_difference_where_things_have_names() => Assert.Empty(After(x =>
    {
        var guidelines = x["guidelines"]!.AsArray();
        var first = guidelines[0];
        guidelines.RemoveAt(0);
        guidelines.Add(first);
    }));

    [Fact]
    public void Nothing_changes_unseen()
    {
        // Each value of the file by itself, whatever we know of it.
        var paths = new List<string>();
        Walk(ShippedRulebook.Parse(), paths.Add);
        foreach (var path in paths.Where((_, at) => at % 7 == 0))
        {
            var file = ShippedRulebook.Parse();
            Walk(file, _ => { }, path);
            Assert.True(RulebookDiff.Between(RulebookFile.Shipped, file.ToJsonString()).Count > 0, path);
        }

        Assert.True(paths.Count > 500);
    }

    private static void Walk(JsonNode? node, Action<string> at, string? change = null)
    {
        switch (node)
        {
            case JsonObject part:
                foreach (var (_, inner) in part.ToArray())
                    Walk(inner, at, change);
                break;
            case JsonArray list:
                foreach (var inner in list.ToArray())
                    Walk(inner, at, change);
                break;
            case JsonValue value:
                at(value.GetPath());
                if (value.GetPath() == change)
                    value.ReplaceWith("another");
                break;
        }
    }

    private static IReadOnlyList<RulebookChange> After(Action<JsonObject> change)
    {
        var file = ShippedRulebook.Parse();
        change(file);
        return RulebookDiff.Between(RulebookFile.Shipped, file.ToJsonString());
    }
}
