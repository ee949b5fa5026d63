using Bunit;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Web.RepeatOffenders;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.RepeatOffenders;

public sealed class StrikesPageTests : MemberContext
{
    [Fact]
    public void Accounts_are_drawn_with_the_finding_in_words_and_as_a_table()
    {
        Show("meta-2023");
        var page = Render<StrikesPage>();

        Assert.Contains("How many strikes do accounts have?", page.Markup, StringComparison.Ordinal);
        Assert.Contains("30 accounts", page.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(21, page.FindAll("table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Equal("100%", page.Find("rect").GetAttribute("width"));
        Assert.Equal(2, page.FindAll("[role=img]").Count);
    }

    [Fact]
    public void Another_ladder_shows_now_and_then()
    {
        Show("meta-2023");
        var page = Render<StrikesPage>();
        Show("twitch");
        page.Find("select").Change("twitch");

        Assert.Contains(Door.Asked, x => x.UseCase is StrikeHistogram { Ladder: "twitch" });
        Assert.Equal(3, page.FindAll("[role=img]").Count);
        Assert.Contains("Then, on Twitch", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_show_and_a_refusal_are_said_in_their_place()
    {
        Show("meta-2023", accounts: 0);
        Assert.Contains("No account has a strike in force.", Render<StrikesPage>().Markup, StringComparison.Ordinal);
        Answer<StrikeHistogram, StrikeHistogram.Answer>(PipelineErrors.NotAllowed);
        Assert.NotEmpty(Render<StrikesPage>().FindAll("[role=alert]"));
    }

    [Fact]
    public void Strikes_for_misinformation_stand_apart_on_their_own_ladder()
    {
        Show("meta-2023", rated: 7);
        var page = Render<StrikesPage>();
        var apart = page.Find("[aria-labelledby=strikes-rated]");

        Assert.Contains("7 accounts", apart.TextContent, StringComparison.Ordinal);
        Assert.Contains("Accounts by step of Repeated misinformation. Warning: 5; All content lowered: 2.", apart.QuerySelector("[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Show("meta-2023", accounts: 0, rated: 7);
        Assert.NotEmpty(Render<StrikesPage>().FindAll("[aria-labelledby=strikes-rated]"));
        Show("meta-2023");
        Assert.Empty(Render<StrikesPage>().FindAll("[aria-labelledby=strikes-rated]"));
    }

    private void Show(string ladder, int accounts = 30, int rated = 0) => Answer<StrikeHistogram, StrikeHistogram.Answer>(
        asked => asked.OfMisinformation ? Rated(rated) : Breaches(ladder, accounts));

    private static StrikeHistogram.Answer Rated(int accounts) => new(
        Now, accounts, [new(1, false, 5), new(2, false, 2)], [new(1, "Warning", 5), new(2, "All content lowered", 2)], [], "misinformation", "misinformation",
        [new("misinformation", "Repeated misinformation")]);

    private static StrikeHistogram.Answer Breaches(string ladder, int accounts) => new(
        Now, accounts, [.. Enumerable.Range(1, 21).Select(x => new StrikeHistogram.Bar(x, x > 20, x switch { 1 => 20, 2 => 10, _ => 0 }))],
        [new(1, "Warning", 20), new(2, "Loss of one feature", 10)], [new(1, "Warning", 20), new(2, "Suspended for 1 day", 10)],
        "meta-2023", ladder, [new("meta-2023", "Meta"), new("twitch", "Twitch")]);
}
