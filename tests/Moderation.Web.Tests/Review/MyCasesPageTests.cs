using Bunit;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class MyCasesPageTests : StaffContext
{
    private static readonly CaseId Held = new(Guid.CreateVersion7());
    private static readonly CaseId Kept = new(Guid.CreateVersion7());
    private static readonly CaseId Asleep = new(Guid.CreateVersion7());

    private bool isEmpty;
    private Error? refused;

    [Fact]
    public void What_is_ones_own_stands_in_its_part()
    {
        var page = Render<MyCasesPage>();
        Assert.Equal(["Claimed by you 1", "Kept for you 1", "Put aside by you 1", "When you are away"], page.FindAll("section h2").Select(x => x.TextContent));
        Assert.Contains("Plover handed it over", page.FindAll(".k-list li")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_row_that_has_the_focus_is_the_chosen_one()
    {
        var page = Render<MyCasesPage>();
        await page.FindAll("[data-row]")[1].FocusAsync(new());
        Assert.Equal([false, true, false], page.FindAll(".k-list li").Select(x => x.ClassList.Contains("chosen")));
    }

    [Fact]
    public async Task What_is_kept_is_claimed_and_opened()
    {
        await Render<MyCasesPage>().FindAll(".k-list li")[1].QuerySelector("button")!.ClickAsync(new());
        Assert.Equal(new(Kestrel, Kept), Assert.Single(Asked<ClaimCase>()));
        Assert.EndsWith($"/review/cases/{Kept.Value}", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_aside_is_woken_in_its_place()
    {
        await Render<MyCasesPage>().FindAll(".k-list li")[2].QuerySelector("button")!.ClickAsync(new());
        Assert.Equal(new(Kestrel, Asleep), Assert.Single(Asked<WakeCase>()));
        Assert.Equal(2, Asked<MyCases>().Count());
    }

    [Fact]
    public async Task A_refusal_is_said_and_leaves_the_list()
    {
        refused = ReviewErrors.HeldByAnother;
        var page = Render<MyCasesPage>();
        await page.FindAll(".k-list li")[1].QuerySelector("button")!.ClickAsync(new());
        Assert.Contains("claim.held", page.Markup, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".k-list li").Count);
    }

    [Fact]
    public async Task Ones_own_absence_is_planned_in_whole_days()
    {
        var page = Render<MyCasesPage>();
        await page.FindAll("input[type=date]")[0].ChangeAsync("2026-11-24");
        await page.FindAll("input[type=date]")[1].ChangeAsync("2026-11-25");
        await page.Find("section form").SubmitAsync();
        Assert.Equal(
            new(Kestrel, new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)),
            Assert.Single(Asked<PlanAbsence>()));
    }

    [Fact]
    public void With_nothing_there_is_a_way_on()
    {
        isEmpty = true;
        Assert.Equal("/review", Render<MyCasesPage>().Find(".m-empty a").GetAttribute("href"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        MyCases when isEmpty => Ok(new MyCases.Answer([], [], [], [], [])),
        MyCases => Ok(new MyCases.Answer(
            [Row(Held)], [Row(Kept) with { As = KeptAs.HandedOver, By = "Plover", Words = "You know this shop." }],
            [Row(Asleep) with { Words = "Waits.", IsPaused = true }], [], [])),
        MyAbsences => Ok<MyAbsences.Row[]>([]),
        PlanAbsence => Ok(new AbsenceId(Guid.NewGuid())),
        ClaimCase when refused is not null => (Result<ClaimNextCase.Answer>)refused,
        ClaimCase => Ok(new ClaimNextCase.Answer(Kept, 1, Clock.GetUtcNow(), null!)),
        WakeCase => Ok(default(Done)),
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private MyCases.Row Row(CaseId id) => new(
        id, ContentKind.Reel, "nova", Severity.High, "fraud", Clock.GetUtcNow().AddHours(1), false, null, Clock.GetUtcNow().AddMinutes(9), null, null, null);
}
