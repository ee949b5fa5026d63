using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Dashboard;
using Moderation.Web.Review;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.Dashboard;

public sealed class DashboardPageTests : StaffContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 4, 12, TimeSpan.Zero);

    private readonly Dictionary<Type, Func<object>> answers = new()
    {
        [typeof(FigureParts)] = () => Ok(new FigureParts.Answer([new("scams", "Scams · en"), new("unrouted", null)], [new("fraud", "Fraud")])),
        [typeof(Backlog)] = () => Ok(new Backlog.Answer(Now, 1284, 23, [318, 446, 372, 118, 30],
            [new("scams", "Scams · en", 412, 6, Now.AddMinutes(-192)), new("unrouted", null, 872, 17, Now.AddHours(-26))], new("", null, 36, 0, Now.AddDays(-4)))),
        [typeof(QueueFlow)] = () => Ok(new QueueFlow.Answer(
            Now, [.. Enumerable.Range(0, 24).Select(x => new QueueFlow.Bucket(Now.AddHours(x - 24), Now.AddHours(x - 23), 200 + x, 190, 1))], 62, 310, 308, 7)),
        [typeof(TimesToDecision)] = () => Ok(new TimesToDecision.Answer(Now, 7000, 7000, Box(27, 108), [new("scams", "Scams · en", Box(41, 120))])),
        [typeof(DecidedShares)] = () => Ok(new DecidedShares.Answer(Now, 100, 100, [new(OutcomeKind.Removed, true, 38), new(null, false, 35), new(OutcomeKind.NotRecommended, true, 27)])),
        [typeof(OverturnedShares)] = () => Ok(new OverturnedShares.Answer(Now, 9125, 438,
            [new("en", null, 8500, 378, 0.040, 0.049, false), new("ar", null, 602, 59, 0.076, 0.124, true), new("*", null, 23, 1, 0.01, 0.2, false)],
            [new("scams", "Scams · en", 9125, 374, 0.037, 0.045, false)], [])),
        [typeof(ExpectedBreaches)] = () => Ok(new ExpectedBreaches.Answer(
            Now, 310, [new(2, 4, 6), new(4, 6, 9), new(5, 8, 12), new(9, 14, 20), new(8, 12, 17), new(4, 7, 11)], new(32, 51, 75))),
        [typeof(OverturnedDecisions)] = () => Ok(new OverturnedDecisions.Answer([], 0)),
    };

    [Fact]
    public void Six_figures_say_how_it_stands()
    {
        var page = Render<DashboardPage>();
        Assert.Equal(["1,284", "23", "51", "27 min", "310", "4.8%"], page.FindAll(".m-kpi dd:not(.ctx)").Select(x => x.TextContent.Replace(" ", "", StringComparison.Ordinal).Replace("27min", "27 min", StringComparison.Ordinal)));
        Assert.Contains("62 more than 24 hours ago", page.Markup, StringComparison.Ordinal);
        Assert.Contains("32 to 75, at this pace", page.Markup, StringComparison.Ordinal);
        Assert.Contains("7 people, 44 each", page.Markup, StringComparison.Ordinal);
        Assert.Contains("18:04:12", page.Find(".d-live").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_asks_a_question_says_what_it_found_and_is_a_table_too()
    {
        var page = Render<DashboardPage>();
        Assert.Equal(6, page.FindAll("[role=img]").Count);
        Assert.All(page.FindAll("[role=img]"), x => Assert.NotEmpty(x.GetAttribute("aria-label")!));
        Assert.All(page.FindAll("section h2"), x => Assert.EndsWith("?", x.TextContent, StringComparison.Ordinal));
        Assert.Contains("51 cases are expected", page.Find("#d-late").ParentElement!.ParentElement!.QuerySelector("[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);

        for (var at = 0; at < 6; at++)
            page.FindAll(".c-switch")[at].Click();
        Assert.Empty(page.FindAll("[role=img]"));
        Assert.Equal(7, page.FindAll("table").Count);
        Assert.All(page.FindAll(".c-switch"), x => Assert.Equal("true", x.GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Columns_at_the_alert_line_and_a_group_beyond_chance_are_not_only_red()
    {
        var page = Render<DashboardPage>();
        Assert.Equal(2, page.FindAll("rect.c-mark[fill='var(--m-danger)'][width='32']").Count);
        Assert.Contains("alert at 10", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("rect.c-mark[width='10']"));
        Assert.Equal(2, page.FindAll("circle.c-mark").Count);
        Assert.Contains("Arabic is above the whole (4.8%) beyond chance.", Words(page.FindAll(".c-note").Select(x => x.TextContent)).Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("/dashboard/overturned?language=ar", page.Find(".c-note a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Period_queue_guideline_and_what_is_compared_stand_in_the_address()
    {
        var page = Render<DashboardPage>();
        page.FindAll("[role=radio]")[2].Click();
        Assert.EndsWith("/dashboard?period=Month", Here, StringComparison.Ordinal);
        Assert.Equal(FigurePeriod.Month, Asked<QueueFlow>().Last().Period);

        page.FindAll("select")[0].Change("scams");
        page.FindAll("select")[1].Change("fraud");
        page.FindAll("select")[2].Change("Queue");
        Assert.EndsWith("/dashboard?period=Month&queue=scams&guideline=fraud&by=Queue", Here, StringComparison.Ordinal);
        Assert.Equal(("scams", "fraud"), Asked<Backlog>().Last() is var last ? (last.Queue, last.Guideline) : default);
        Assert.Equal(FigurePeriod.Month, Asked<OverturnedShares>().Last().Period);
        Assert.Equal("true", page.FindAll("[role=radio]")[2].GetAttribute("aria-checked"));
    }

    [Theory]
    [InlineData("/dashboard?period=nonsense&by=7&queue=%27%3Cscript%3E")]
    [InlineData("/dashboard?period=9")]
    public void An_address_that_means_nothing_shows_the_day(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<DashboardPage>();
        Assert.Equal("true", page.FindAll("[role=radio]")[0].GetAttribute("aria-checked"));
        Assert.Empty(page.FindAll("script"));
    }

    [Fact]
    public async Task It_draws_anew_every_ten_seconds_but_not_while_nobody_sees_it_or_the_line_is_down()
    {
        var page = Render<DashboardPage>();
        var live = page.FindComponent<LiveRefresh>().Instance;
        var line = Services.GetRequiredService<Connection>();
        Clock.Turn(LiveRefresh.Every);
        page.WaitForAssertion(() => Assert.Equal(2, Asked<Backlog>().Count()));

        await page.InvokeAsync(() => live.OnSeen(false));
        Clock.Turn(LiveRefresh.Every);
        Assert.Equal(2, Asked<Backlog>().Count());
        await page.InvokeAsync(() => live.OnSeen(true));
        page.WaitForAssertion(() => Assert.Equal(3, Asked<Backlog>().Count()));

        await line.OnConnectionDownAsync(null!, default);
        Clock.Turn(LiveRefresh.Every);
        Assert.Equal(3, Asked<Backlog>().Count());
        await line.OnConnectionUpAsync(null!, default);
        page.WaitForAssertion(() => Assert.Equal(4, Asked<Backlog>().Count()));
    }

    [Fact]
    public void What_was_shown_stays_when_it_cannot_be_read_anew_and_says_that_it_stands_still()
    {
        var page = Render<DashboardPage>();
        answers[typeof(QueueFlow)] = () => Result<QueueFlow.Answer>.Refuse(PipelineErrors.Busy);
        Clock.Turn(LiveRefresh.Every);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.Contains("Standing still", page.Find(".d-live").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[role=img]"));
    }

    [Fact]
    public void Nothing_yet_is_said_chart_by_chart()
    {
        answers[typeof(Backlog)] = () => Ok(new Backlog.Answer(Now, 0, 0, [0, 0, 0, 0, 0], [], null));
        answers[typeof(QueueFlow)] = () => Ok(new QueueFlow.Answer(Now, [.. Enumerable.Range(0, 24).Select(x => new QueueFlow.Bucket(Now, Now, 0, 0, 0))], 0, 0, 0, 0));
        answers[typeof(TimesToDecision)] = () => Ok(new TimesToDecision.Answer(Now, 0, 0, null, []));
        answers[typeof(DecidedShares)] = () => Ok(new DecidedShares.Answer(Now, 0, 0, []));
        answers[typeof(OverturnedShares)] = () => Ok(new OverturnedShares.Answer(Now, 0, 0, [], [], []));
        answers[typeof(ExpectedBreaches)] = () => Ok(new ExpectedBreaches.Answer(Now, 0, [.. Enumerable.Repeat(new ExpectedLate(0, 0, 0), 6)], new(0, 0, 0)));
        var page = Render<DashboardPage>();

        Assert.Empty(page.FindAll("svg"));
        Assert.Contains("Nothing waits.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("there is nothing to compare", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_is_told_so_in_its_place()
    {
        answers[typeof(FigureParts)] = () => Result<FigureParts.Answer>.Refuse(PipelineErrors.NotAllowed);
        var page = Render<DashboardPage>();
        Assert.NotEmpty(page.FindAll("[role=alert]"));
        Assert.Empty(page.FindAll(".m-kpi"));
    }

    [Fact]
    public void What_an_error_is_made_of_can_be_looked_at()
    {
        Assert.Contains("No decision was overturned", Render<OverturnedPage>().Markup, StringComparison.Ordinal);
        var decision = new Enforcement.DecisionId(Guid.CreateVersion7());
        answers[typeof(OverturnedDecisions)] = () => Ok(new OverturnedDecisions.Answer([new(decision, new CaseId(Guid.CreateVersion7()), "fraud", "ar", Now, Now)], 59));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/dashboard/overturned?language=ar");
        var page = Render<OverturnedPage>();
        Assert.Contains(decision.Code, page.Find("table a").TextContent, StringComparison.Ordinal);
        Assert.Equal("ar", Asked<OverturnedDecisions>().Last().Language);
    }

    protected override object Answer(object useCase) => answers[useCase.GetType()]();

    private static TimesToDecision.Box Box(int median, int p90) =>
        new(100, TimeSpan.FromMinutes(median / 4), TimeSpan.FromMinutes(median / 2), TimeSpan.FromMinutes(median), TimeSpan.FromMinutes(1.5 * median), TimeSpan.FromMinutes(p90));

    private static string Words(IEnumerable<string> texts) => string.Join(' ', string.Join(' ', texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
