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

    private void Show(string ladder, int accounts = 30) => Answer<StrikeHistogram, StrikeHistogram.Answer>(new StrikeHistogram.Answer(
        Now, accounts, [.. Enumerable.Range(1, 21).Select(x => new StrikeHistogram.Bar(x, x > 20, x switch { 1 => 20, 2 => 10, _ => 0 }))],
        [new(1, "Warning", 20), new(2, "Loss of one feature", 10)], [new(1, "Warning", 20), new(2, "Suspended for 1 day", 10)],
        "meta-2023", ladder, [new("meta-2023", "Meta"), new("twitch", "Twitch")]));
}
