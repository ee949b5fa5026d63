using Bunit;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

public sealed class MyRatingsPageTests : StaffContext
{
    private static readonly FactCheckId Id = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private bool isEmpty;

    [Fact]
    public async Task Each_leads_to_its_check_and_the_next_page_goes_on()
    {
        var page = Render<MyRatingsPage>();
        Assert.Equal($"/fact-checks/{Id.Value}", page.Find("a[data-row]").GetAttribute("href"));
        Assert.Contains("Withdrawn", page.Find("tbody").TextContent, StringComparison.Ordinal);
        await page.FindAll(".q-foot button")[1].ClickAsync(new());
        Assert.Equal([null, new MyRatings.Place(At, Id)], Asked<MyRatings>().Select(x => x.After));
    }

    [Fact]
    public void Who_rated_nothing_is_led_to_the_claims()
    {
        isEmpty = true;
        Assert.Equal("/fact-checks", Render<MyRatingsPage>().Find(".q-list a").GetAttribute("href"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        MyRatings => Ok(isEmpty ? new([], null) : new MyRatings.Answer([new(Id, "The ferry stops.", "en", "Tidemark", null, FactCheckState.Withdrawn, At)], new(At, Id))),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };
}
