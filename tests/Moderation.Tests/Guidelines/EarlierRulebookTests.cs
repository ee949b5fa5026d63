using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Guidelines;

public sealed class EarlierRulebookTests
{
    private static readonly string First = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Moderation.Tests", "Guidelines", "first-rulebook.json"));

    [Fact]
    public void The_first_rulebook_is_still_read_and_says_what_it_said()
    {
        Assert.Empty(RulebookFile.Check(EarlierRulebook.Today(First)));
        var rulebook = Assert.IsType<Result<Rulebook>.Ok>(RulebookFile.Read(EarlierRulebook.Today(First), 1)).Value;

        var text = (string)JsonNode.Parse(First)!["guidelines"]![0]!["text"]!;
        Assert.Equal((text, 1), (rulebook.Find("spam")!.Text, rulebook.Find("spam")!.StrikeWeight));
        Assert.Equal(365, rulebook.LadderInUse.Expiry.For(Severity.Low));
        Assert.NotEmpty(rulebook.OneStrike);
    }

    [Fact]
    public void A_file_of_today_is_left_as_it_is() => Assert.Same(RulebookFile.Shipped, EarlierRulebook.Today(RulebookFile.Shipped));
}
