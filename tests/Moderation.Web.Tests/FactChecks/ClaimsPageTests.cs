using Bunit;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>What waits for a fact-checker, the most harmful first.</summary>
public sealed class ClaimsPageTests : StaffContext
{
    private static readonly FactCheckId Waiting = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset Since = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private ClaimsToCheck.Row[] rows = [Post("post-1", 0.89, 142_600), Check()];
    private Error? refusal;

    [Fact]
    public void Posts_and_checks_wait_in_one_list_with_who_doubts_them()
    {
        var page = Render<ClaimsPage>();
        Assert.Equal(["89 %", "99 %"], page.FindAll("tbody td:first-child b").Select(x => x.TextContent));
        Assert.Contains("Detector 0.79", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Word against number", page.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["/fact-checks/rate?item=post-1", $"/fact-checks/rate?check={Waiting.Value}"], page.FindAll("a[data-row]").Select(x => x.GetAttribute("href")));
    }

    [Fact]
    public async Task A_key_opens_the_first()
    {
        var page = Render<ClaimsPage>();
        await Press(page, "N", null, null);
        Assert.EndsWith("/fact-checks/rate?item=post-1", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_post_can_be_opened_by_its_id()
    {
        var page = Render<ClaimsPage>();
        await page.Find("#claim-post").ChangeAsync(new() { Value = " post/7&x " });
        await page.Find(".f-find").SubmitAsync();
        Assert.EndsWith("/fact-checks/rate?item=post%2F7%26x", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_goes_on_where_this_one_ended()
    {
        var page = Render<ClaimsPage>();
        await page.FindAll(".q-foot button").Single(x => x.TextContent.Contains("Next 50", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Equal([null, rows[^1].At], Asked<ClaimsToCheck>().Select(x => x.After));
        Assert.Equal("9", page.Find(".m-tabs .n").TextContent);
    }

    [Fact]
    public void Where_nothing_waits_it_says_so()
    {
        rows = [];
        var page = Render<ClaimsPage>();
        Assert.Empty(page.FindAll("table"));
        Assert.Contains("Nothing waits to be checked", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_stands_in_its_place_and_can_be_tried_again()
    {
        refusal = PipelineErrors.NotAllowed;
        Assert.Contains(refusal.Code, Render<ClaimsPage>().Markup, StringComparison.Ordinal);

        refusal = ClaimErrors.NotDoubted;
        var page = Render<ClaimsPage>();
        refusal = null;
        await page.Find(".m-link").ClickAsync(new());
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    protected override object Answer(object useCase) => useCase switch
    {
        ClaimsToCheck when refusal is { } no => (Result<ClaimsToCheck.Answer>)no,
        ClaimsToCheck => Ok(new ClaimsToCheck.Answer(rows, 9, false, rows.LastOrDefault()?.At)),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };

    private static ClaimsToCheck.Row Post(string id, double doubt, long reach) => new(
        new(doubt * reach, null, new(id)), null, new(id), ContentKind.Post, "wowfacts", "This valley was green.", "en", null, reach, doubt, 3, 0.79, ReadingDoubt.None, null, Since);

    private static ClaimsToCheck.Row Check() => new(
        new(3_000, Waiting, null), Waiting, null, null, "Tidemark", "The lighthouse was moved.", "en", null, 3_150, 0.99, 0, 0, ReadingDoubt.WordAgainstNumber, "True", Since);
}
