using Bunit;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Tests.Components;

public sealed class AppealFormTests : VocabularyContext
{
    private readonly List<string> sent = [];
    private IReadOnlyList<string> links = [];
    private string? refusal;

    [Fact]
    public void A_statement_of_2000_characters_is_sent_and_one_more_is_not()
    {
        var form = Draw();
        form.Find("textarea").Input(new string('x', 2001));
        form.Find("form").Submit();

        Assert.Empty(sent);
        Assert.Equal("true", form.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Equal("One character too many. Please make it shorter.", form.Find("#appeal-left").TextContent);

        form.Find("textarea").Input(new string('x', 2000));
        form.Find("form").Submit();

        Assert.Equal(2000, Assert.Single(sent).Length);
        Assert.Contains("We have your appeal", form.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_be_empty()
    {
        Draw().Find("form").Submit();

        Assert.Equal("", Assert.Single(sent));
    }

    [Fact]
    public void A_refusal_keeps_the_draft_and_says_why()
    {
        var form = Draw(answer: () => refusal = "You could appeal this until 12 May 2027.");
        form.Find("textarea").Input("Let me.");
        form.Find("form").Submit();

        Assert.Contains("12 May 2027", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Let me.", form.Find("textarea").GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://example.org/proof", 1)]
    [InlineData("http://example.org", 0)]
    [InlineData("javascript:alert(1)", 0)]
    [InlineData("my shop", 0)]
    public void Only_the_address_of_a_page_goes_along(string link, int times)
    {
        var form = Draw();
        form.Find("input").Change(link);
        form.Find("form").Submit();

        Assert.Equal(times, sent.Count);
    }

    [Fact]
    public void Three_links_are_enough()
    {
        links = ["https://example.org/1", "https://example.org/2", "https://example.org/3"];

        Assert.Empty(Draw().FindAll("button.m-link"));
    }

    // As a page does: it keeps what is written and draws the form again.
    private IRenderedComponent<AppealForm> Draw(Action? answer = null)
    {
        IRenderedComponent<AppealForm>? form = null;
        form = Render<AppealForm>(x => x
            .Add(p => p.Links, links)
            .Add(p => p.DraftChanged, value => form!.Render(again => again.Add(p => p.Draft, value)))
            .Add(p => p.LinksChanged, value => form!.Render(again => again.Add(p => p.Links, value)))
            .Add(p => p.Submit, statement =>
            {
                sent.Add(statement);
                answer?.Invoke();
                form!.Render(again => again.Add(p => p.Refusal, refusal));
            }));
        return form;
    }
}
