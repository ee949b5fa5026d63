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
    public async Task J_and_Enter_open_a_case_without_claiming_it()
    {
        var page = Render<ReviewQueuePage>();
        await Press(page, "J", null, null);
        await Press(page, "Enter", null, null);

        Assert.Empty(Asked<ClaimNextCase>());
        Assert.EndsWith($"/review/cases/{First.Value}", Here, StringComparison.Ordinal);
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

    protected override object Answer(object useCase) => useCase switch
    {
        ReviewQueue => Ok(new ReviewQueue.Answer(rows, count, null)),
        ClaimNextCase => Ok(new ClaimNextCase.Answer(
            Second, 1, Clock.GetUtcNow().AddMinutes(15),
            new(default, default, null, Severity.High, default, default, 0, 0, [], null))),
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private ReviewQueue.Row Row(CaseId id, string handle, string? heldBy) => new(
        id, new(SubjectKind.Content, "post-1"), ContentKind.Post, new("acc-1"), handle, "Send any amount", null, Severity.High, 8, ["fraud"], 14, 2, 84_310,
        Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1), heldBy is null ? "Open" : "Claimed", heldBy, false);
}
