using Bunit;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>Whose word labels anything, and what their words mean: policy managers say so, others read it.</summary>
public sealed class PublishersPageTests : StaffContext
{
    private Role role = Role.PolicyManager;
    private PublisherList.Row[] rows =
    [
        new("tidemark.example", "Tidemark", true, "A network", new Dictionary<string, Rating> { ["onwaar"] = Rating.False }, new Dictionary<string, Rating> { ["1"] = Rating.False }),
    ];

    [Fact]
    public async Task A_table_is_written_as_one_says_it()
    {
        var page = Render<PublishersPage>();
        await page.Find("header .m-link").ClickAsync(new());
        Assert.Equal("onwaar = False", page.Find("#publisher-words").GetAttribute("value"));
        await page.Find("#publisher-words").ChangeAsync(new() { Value = "onwaar = False\ndeels onwaar = Partly false" });
        await page.Find("form").SubmitAsync();

        var sent = Assert.Single(Asked<SavePublisher>());
        Assert.Equal(("tidemark.example", "Tidemark", true), (sent.Host, sent.Name, sent.IsAccredited));
        Assert.Equal([("deels onwaar", Rating.PartlyFalse), ("onwaar", Rating.False)], sent.Words.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => (x.Key, x.Value)));
        Assert.Equal(1, Assert.Single(sent.Numbers).Key);
        Assert.Contains("Tidemark", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("onwaar")]
    [InlineData("onwaar = nothing we know")]
    [InlineData("= False")]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_is_sent(string line)
    {
        var page = Render<PublishersPage>();
        await page.Find("header .m-link").ClickAsync(new());
        await page.Find("#publisher-words").ChangeAsync(new() { Value = line });
        await page.Find("form").SubmitAsync();
        Assert.Empty(Asked<SavePublisher>());
        Assert.Contains(line, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_checker_reads_it()
    {
        role = Role.FactChecker;
        var page = Render<PublishersPage>();
        Assert.Empty(page.FindAll("button"));
        Assert.Contains("onwaar", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_none_one_is_added()
    {
        rows = [];
        Assert.Single(Render<PublishersPage>().FindAll("button"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        WhoAmI => Ok(new WhoAmI.Answer(Kestrel, null, "Kestrel", new HashSet<Role> { role })),
        PublisherList => Ok<IReadOnlyList<PublisherList.Row>>(rows),
        SavePublisher => Ok(default(Done)),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };
}
