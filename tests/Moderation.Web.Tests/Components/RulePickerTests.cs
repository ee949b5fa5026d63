using Bunit;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Tests.Components;

public sealed class RulePickerTests : VocabularyContext
{
    private static readonly RuleChoice[] Rules =
        [new("fraud", "Fraud and scams", "Shift+F"), new("spam", "Spam"), new("rec-bait", "Engagement bait", ".E"), new("impersonation", "Impersonation", Text: "Do not pose as somebody else.")];

    private string? picked = "fraud";

    [Theory]
    [InlineData("ArrowDown", "fraud", "spam")]
    [InlineData("ArrowUp", "fraud", "rec-bait")]
    [InlineData("ArrowDown", "rec-bait", "fraud")]
    [InlineData("ArrowRight", null, "fraud")]
    [InlineData("ArrowUp", null, "rec-bait")]
    [InlineData("x", "fraud", "fraud")]
    public void Arrows_walk_round_the_rules_that_stand_there(string key, string? from, string? to)
    {
        picked = from;
        Draw().Find("[role=radiogroup]").KeyDown(key);

        Assert.Equal(to, picked);
    }

    [Fact]
    public void One_rule_takes_the_focus_and_that_is_the_picked_one()
    {
        picked = "spam";

        Assert.Equal("true", Assert.Single(Draw().FindAll("[role=radio][tabindex='0']")).GetAttribute("aria-checked"));
    }

    [Fact]
    public void What_is_searched_for_is_found_by_name_or_code_and_taken_with_Enter()
    {
        var picker = Draw();
        Assert.Equal(3, picker.FindAll("[role=radio]").Count);

        picker.Find("input").Input("pers");
        Assert.Contains("Impersonation", Assert.Single(picker.FindAll("[role=radio]")).TextContent, StringComparison.Ordinal);

        picker.Find("input").KeyDown("Enter");
        Assert.Equal("impersonation", picked);
        Assert.Contains("Do not pose", picker.Find(".m-ruletext").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_a_find_says_so()
    {
        var picker = Draw();
        picker.Find("input").Input("tax");

        Assert.Contains("No rule", picker.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_drawn_as_it_is_pressed() =>
        Assert.Equal(["⇧F", "", ".E"], Draw().FindAll(".m-rule kbd").Select(x => x.TextContent));

    private IRenderedComponent<RulePicker> Draw()
    {
        IRenderedComponent<RulePicker>? picker = null;
        picker = Render<RulePicker>(x => x
            .Add(p => p.Rules, Rules)
            .Add(p => p.Selected, picked)
            .Add(p => p.SelectedChanged, code => picker!.Render(again => again.Add(p => p.Selected, picked = code))));
        return picker;
    }
}
