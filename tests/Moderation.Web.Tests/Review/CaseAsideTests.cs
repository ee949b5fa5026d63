using Bunit;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

// What else can be done with a case than deciding it, and what becomes of its claim when the page is closed or nobody looks.
public sealed class CaseAsideTests : StaffContext
{
    private const long Claim = 7;
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public async Task Y_puts_it_aside_until_tomorrow_morning_for_a_reason()
    {
        var page = Open();
        await Press(page, "Y", Id, Claim);
        await page.Find(".c-ask").SubmitAsync();
        Assert.Contains("what you wait for", page.Find(".c-ask [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Asked<SnoozeCase>());

        await page.Find("#snooze-reason").InputAsync(" The shop answers. ");
        await page.Find(".c-ask").SubmitAsync();
        Assert.Equal(
            new(Kestrel, new(Id), Claim, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), "The shop answers."), Assert.Single(Asked<SnoozeCase>()));
        Assert.EndsWith("/review?clear=1", Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-21T18:04")]
    [InlineData("2026-12-21T18:05")]
    [InlineData("")]
    public async Task A_time_that_is_past_or_too_far_or_none_is_not_sent(string written)
    {
        var page = Open();
        await Press(page, "Y", Id, Claim);
        await page.Find("#snooze-until").ChangeAsync(written);
        await page.Find("#snooze-reason").InputAsync("Because.");
        await page.Find(".c-ask").SubmitAsync();

        Assert.Empty(Asked<SnoozeCase>());
        Assert.Equal("true", page.Find("#snooze-until").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task H_hands_it_to_who_is_chosen_with_a_word()
    {
        var page = Open();
        await Press(page, "H", Id, Claim);
        Assert.Equal(["", "Plover", "Heron"], page.FindAll("#hand-to option").Select(x => x.GetAttribute("value")));

        await page.Find(".c-ask").SubmitAsync();
        Assert.NotNull(page.Find(".c-ask [role=alert]"));
        await page.Find("#hand-to").ChangeAsync("Plover");
        await page.Find("#hand-note").InputAsync("You know this shop.");
        await page.Find(".c-ask").SubmitAsync();
        Assert.Equal(new(Kestrel, new(Id), Claim, "Plover", "You know this shop."), Assert.Single(Asked<HandOver>()));
    }

    [Fact]
    public async Task Escape_brings_the_buttons_back()
    {
        var page = Open();
        await Press(page, "H", Id, Claim);
        await Press(page, "Escape", Id, Claim);
        Assert.Empty(page.FindAll(".c-ask"));
        Assert.Equal(3, page.FindAll(".k-more button").Count);
    }

    [Fact]
    public async Task A_page_that_is_closed_ends_its_claim_soon()
    {
        Open();
        await DisposeComponentsAsync();

        var left = Assert.Single(Asked<LeaveCase>());
        Assert.Equal((Kestrel, new CaseId(Id), Claim), (left.Reviewer, left.Case, left.ClaimNumber));
        Assert.Equal(Asked<BeHere>().First().Page, left.Page);
    }

    [Fact]
    public async Task What_was_given_back_needs_no_end()
    {
        var page = Open();
        await Press(page, "U", Id, Claim);
        await DisposeComponentsAsync();

        Assert.Single(Asked<ReleaseClaim>());
        Assert.Empty(Asked<LeaveCase>());
    }

    [Fact]
    public async Task While_nobody_looks_it_is_renewed_for_five_minutes_and_then_asked_about_until_somebody_does()
    {
        var page = Open();
        await page.InvokeAsync(() => page.FindComponent<Attention>().Instance.Seen(false));
        Clock.Turn(TimeSpan.FromMinutes(4));
        var before = Asked<RenewClaim>().Count();
        Clock.Turn(TimeSpan.FromMinutes(1));
        Assert.Equal(before, Asked<RenewClaim>().Count());

        Clock.Turn(TimeSpan.FromMinutes(13));
        var asks = page.WaitForElement(".m-casebar button");
        Assert.Equal("I am still here", asks.TextContent);
        await page.InvokeAsync(() => page.FindComponent<Attention>().Instance.Seen(true));
        Assert.Equal(before + 1, Asked<RenewClaim>().Count());
        Assert.Empty(page.FindAll(".m-casebar button"));
    }

    [Fact]
    public async Task While_somebody_looks_it_never_ends()
    {
        var page = Open();
        for (var minutes = 0; minutes < 120; minutes += 5)
            Clock.Turn(TimeSpan.FromMinutes(5));
        await page.InvokeAsync(() => Task.CompletedTask);

        Assert.True(Asked<RenewClaim>().Count() >= 24);
        Assert.Empty(page.FindAll(".m-veil"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        CaseFile => Ok(File()),
        RulebookView => Ok(new RulebookView.Book(1, "Default", default, [])),
        RenewClaim => Ok(new RenewClaim.Answer(new(Id), Claim, Clock.GetUtcNow().AddMinutes(15))),
        CaseColleagues => Ok<CaseColleagues.Colleague[]>([new("Plover", true, 2), new("Heron", false, 0)]),
        SnoozeCase or ReleaseClaim => Ok(default(Done)),
        HandOver => Ok(new HandOver.Answer(new(Id), Clock.GetUtcNow())),
        CaseReports => Ok(new CaseReports.Answer([], 0, 0)),
        NearCopies => Ok(new NearCopies.Answer([], 0, IsMore: false)),
        CaseThread => Ok(new CaseThread.Answer([], false, [], 0, null)),
        CaseNotes => Ok(new CaseNotes.Answer([])),
        Moderation.Enforcement.MyJudgements => Ok(new Moderation.Enforcement.MyJudgements.Answer([], [], Clock.GetUtcNow())),
        ClaimNextCase => (Result<ClaimNextCase.Answer>)ReviewErrors.NothingWaits,
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private IRenderedComponent<CasePage> Open() => Render<CasePage>(x => x.Add(p => p.Id, Id));

    private CaseFile.Answer File() => new(
        new(Id), new(SubjectKind.Content, "reel-1"), CaseStage.Waiting, false, null, Severity.High, 8, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1),
        "Kestrel", true, false, false, Claim, Clock.GetUtcNow().AddMinutes(15),
        new(new("acc-1"), "nova.coinbloom", "Nova", 84_310, "NL", "en", false, null, false),
        new(new("reel-1"), ContentKind.Reel, "nova.coinbloom", Clock.GetUtcNow(), "en", 2, "Text", [], "abc", null, false), null,
        0, [], [], new(0, null, "Ladder", [], [], 0), null);
}
