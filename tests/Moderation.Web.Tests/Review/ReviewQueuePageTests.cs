using Bunit;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class ReviewQueuePageTests : StaffContext
{
    private static readonly CaseId First = new(Guid.CreateVersion7());
    private static readonly CaseId Second = new(Guid.CreateVersion7());

    private int count = 412;
    private readonly SavedViews.View[] kept = [new(new(Guid.NewGuid()), "Late spam", new(Guideline: "spam", DueWithinHours: 0))];
    private ReviewQueue.Row[] rows = [];

    public ReviewQueuePageTests() => rows = [Row(First, "nova.coinbloom", "Plover"), Row(Second, "quietledger.daily", null)];

    [Fact]
    public void What_waits_is_shown_with_who_looks_at_it()
    {
        var page = Render<ReviewQueuePage>();

        Assert.Equal(["@nova.coinbloom", "@quietledger.daily"], page.FindAll(".m-q tbody a").Select(x => x.TextContent));
        Assert.Contains("Plover looks at it", page.Find(".q-state").TextContent, StringComparison.Ordinal);
        Assert.Equal("412", page.Find(".m-tabs a[aria-current] .n").TextContent);
    }

    [Fact]
    public void Next_is_the_first_that_nobody_holds() =>
        Assert.Contains("quietledger.daily", Render<ReviewQueuePage>().Find(".m-next").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task N_claims_the_next_and_opens_it()
    {
        await Press(Render<ReviewQueuePage>(), "N", null, null);

        Assert.Equal(Kestrel, Assert.Single(Asked<ClaimNextCase>()).Reviewer);
        Assert.EndsWith($"/review/cases/{Second.Value}", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_row_that_has_the_focus_is_the_chosen_one()
    {
        var page = Render<ReviewQueuePage>();
        await page.FindAll("[data-row]")[1].FocusAsync(new());

        Assert.Equal([null, "true"], page.FindAll("tbody tr").Select(x => x.GetAttribute("aria-selected")));
        Assert.Equal($"/review/cases/{First.Value}", page.FindAll("[data-row]")[0].GetAttribute("href"));
    }

    [Fact]
    public void A_count_beyond_the_cap_is_said_to_be_more()
    {
        count = ReviewQueue.CountCap + 1;

        Assert.Equal("10,000+", Render<ReviewQueuePage>().Find(".m-tabs .n").TextContent);
    }

    [Fact]
    public void An_empty_queue_says_what_that_means()
    {
        (rows, count) = ([], 0);
        var page = Render<ReviewQueuePage>();

        Assert.Contains("Nothing waits", page.Find(".m-empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".m-next button"));
    }

    [Fact]
    public void Queues_and_then_ones_own_views_stand_beside_each_other_each_with_its_address()
    {
        var tabs = Render<ReviewQueuePage>().FindAll(".m-tabs a");

        Assert.Equal(["All 412", "Unrouted 412", "Mine 0", "Late spam"], tabs.Select(x => x.TextContent.Trim()));
        Assert.Equal("/review?rule=spam&due=0", tabs[^1].GetAttribute("href"));
    }

    [Fact]
    public void What_comes_in_waits_to_be_shown()
    {
        var page = Render<ReviewQueuePage>();
        rows = [Row(new(Guid.CreateVersion7()), "late.comer", null), .. rows];
        Clock.Turn(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.Equal("1 new, show", page.Find(".q-fresh button").TextContent));
        Assert.Equal("@nova.coinbloom", page.Find(".m-q tbody a").TextContent);
        page.Find(".q-fresh button").Click();
        Assert.Equal("@late.comer", page.Find(".m-q tbody a").TextContent);
    }

    protected override object Answer(object useCase) => useCase switch
    {
        ReviewQueue => Ok(new ReviewQueue.Answer(rows, Math.Min(count, ReviewQueue.CountCap), count > ReviewQueue.CountCap, null)),
        QueueTabs => Ok(new QueueTabs.Answer([new("unrouted", null, count)], count, 0, ["en"])),
        SavedViews => Ok(kept),
        RulebookView => Ok(new RulebookView.Book(1, "Default", default, [])),
        ClaimNextCase => Ok(new ClaimNextCase.Answer(
            Second, 1, Clock.GetUtcNow().AddMinutes(15),
            new(default, default, null, Severity.High, default, default, 0, 0, [], null))),
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private ReviewQueue.Row Row(CaseId id, string handle, string? heldBy) => new(
        id, new(SubjectKind.Content, "post-1"), ContentKind.Post, new("acc-1"), handle, "Send any amount", null, Severity.High, 8, ["fraud"], 14, 2, 84_310,
        Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1), heldBy is null ? "Open" : "Claimed", heldBy, false);
}
