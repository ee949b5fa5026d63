using Bunit;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class CaseReportListTests : StaffContext
{
    private static readonly CaseId Case = new(Guid.NewGuid());
    private static readonly DateTimeOffset At = new(2026, 11, 21, 17, 0, 0, TimeSpan.Zero);

    private Result<CaseReports.Answer> answer = Ok(new CaseReports.Answer(
    [
        new(ReportSource.TrustedFlagger, "Consumer desk NL", 1, 1, [new("fraud", 1)], At, At, "Same wallet.", 1),
        new(ReportSource.LegalNotice, "https://example.org/p/1", 1, 1, [new("fraud", 1)], At, At, "It is a scam by law.", 1),
        new(ReportSource.Member, null, 12, 12, [new("fraud", 9), new("spam", 3)], At, At.AddHours(1), "He blocked me.", 6),
        new(ReportSource.Automated, null, 1, 1, [new("spam", 1)], At, At, null, 0),
    ], 15, 11));

    [Fact]
    public void Each_kind_of_source_stands_by_itself_and_programs_come_last_and_do_not_count()
    {
        var list = Show();
        Assert.Equal("11 of these reporters were right before", list.Find("header .m-end").TextContent);
        string[] lines = [.. list.FindAll("li").Select(x => x.TextContent)];
        Assert.Equal(4, lines.Length);
        Assert.All(["Trusted flagger", "Consumer desk NL", "Same wallet."], x => Assert.Contains(x, lines[0], StringComparison.Ordinal));
        Assert.All(["Legal notice", "It is a scam by law."], x => Assert.Contains(x, lines[1], StringComparison.Ordinal));
        Assert.All(["12 members", "fraud 9", "spam 3", "He blocked me.", "and 5 more with words"], x => Assert.Contains(x, lines[2], StringComparison.Ordinal));
        Assert.All(["1 automated", "not counted for priority"], x => Assert.Contains(x, lines[3], StringComparison.Ordinal));
    }

    [Fact]
    public void They_are_read_again_when_there_is_another_and_only_then()
    {
        var list = Show();
        list.Render(x => x.Add(p => p.Case, Case).Add(p => p.Reports, 14));
        Assert.Single(Asked<CaseReports>());

        list.Render(x => x.Add(p => p.Case, Case).Add(p => p.Reports, 15));
        Assert.Equal(2, Asked<CaseReports>().Count());
    }

    [Fact]
    public void Where_some_gave_no_name_they_are_counted_as_reports()
    {
        answer = Ok(new CaseReports.Answer([new(ReportSource.Member, null, 3, 1, [], At, At, null, 0)], 3, 0));
        Assert.Contains("3 reports by members", Show().Find("li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        answer = ReviewErrors.UnknownCase;
        Assert.NotEmpty(Show().FindAll("[role=alert]"));
    }

    protected override object Answer(object useCase) => answer;

    private IRenderedComponent<CaseReportList> Show() => Render<CaseReportList>(x => x.Add(p => p.Case, Case).Add(p => p.Reports, 14));
}
