using Bunit;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Transparency;
using Moderation.Web.Rulebook;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.Rulebook;

public sealed class RehearsalPageTests : StaffContext
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private RunState state = RunState.Done;
    private int inForce = 2;
    private bool refused;

    [Fact]
    public void The_finding_is_a_sentence_first()
    {
        var page = Open();

        Assert.Equal("Of 84,210 decisions in 90 days, 1,932 would differ: 1,204 harder, 728 softer.", page.Find(".m-t3").TextContent);
        Assert.Equal(["Spam: now 100, draft 150"], page.FindAll("[role=img]").Take(1).Select(x => x.GetAttribute("aria-label")));
        Assert.Contains("noor", page.Find(".rb-account").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_it_runs_it_says_how_far_it_is()
    {
        state = RunState.Running;
        var page = Open();

        Assert.Equal(("84210", "42000"), (page.Find("progress").GetAttribute("max"), page.Find("progress").GetAttribute("value")));
        Assert.Empty(page.FindAll(".rb-account"));
    }

    [Fact]
    public void It_can_be_cancelled_while_it_runs()
    {
        state = RunState.Running;
        Open().FindAll("button").Single(x => x.TextContent is "Cancel").Click();
        Assert.Single(Asked<CancelRun>());
    }

    [Fact]
    public void One_that_was_cancelled_shows_nothing()
    {
        state = RunState.Cancelled;
        Assert.Contains("Nothing of it was kept.", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_in_force_can_be_applied_to_what_was_rehearsed()
    {
        var page = Open();
        Assert.Contains("1,932 decisions of this period get the outcomes", page.Markup, StringComparison.Ordinal);
        Assert.Contains("until another policy manager agrees to it on Runs", page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("form button").HasAttribute("disabled"));
        page.Find("#apply-why").Input(" Spam was judged too harshly. ");
        page.Find("form").Submit();

        Assert.Equal(new ApplyRulebook(2, At.AddDays(-90), At, "Spam was judged too harshly."), Assert.Single(Asked<ApplyRulebook>()));
        Assert.EndsWith("/runs", Here, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_is_not_in_force_cannot_be_applied()
    {
        inForce = 3;
        Assert.Empty(Open().FindAll("#apply-why"));
    }

    [Fact]
    public void Why_it_cannot_be_applied_stands_in_its_place()
    {
        refused = true;
        var page = Open();
        page.Find("#apply-why").Input("Why.");
        page.Find("form").Submit();
        Assert.Contains(RepeatOffenderErrors.NotInForce.Words, page.Find("form [role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<RehearsalPage> Open() => Render<RehearsalPage>(x => x.Add(p => p.Id, Guid.NewGuid()));

    protected override object Answer(object useCase) => useCase switch
    {
        RehearsalReport asked => Ok(new RehearsalReport.Answer(
            asked.Run, state, 2, At.AddDays(-90), At, At, 84210, state is RunState.Running ? 42000 : 84210, 1932, 1204, 728, 0, 3, 900,
            [new("spam", 100, 150)], [new("Removed", 100, 150)], [new("nl", 100, 150)], [new("", 100, 150)], [new("1000", 100, 150)])),
        RehearsalAccounts => Ok(new RehearsalAccounts.Answer(
            [new(new("a"), "noor", 120, "nl", "NL", 1, 0, 0, [OutcomeKind.Removed], [OutcomeKind.Demoted])], null)),
        RulebookView => Ok(new RulebookView.Book(inForce, "Default", At, [new("spam", GuidelineSet.Community, "Spam", "No spam.", Severity.Low, "S", false, [], [], [])])),
        ApplyRulebook => refused ? RepeatOffenderErrors.NotInForce : Ok(new RunId(Guid.NewGuid())),
        CancelRun => Result<RunProgress.Answer>.Refuse(RunErrors.Ended),
        _ => throw new InvalidOperationException(useCase.GetType().Name),
    };
}
