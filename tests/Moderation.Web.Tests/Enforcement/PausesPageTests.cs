using Bunit;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Web.Enforcing;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Enforcing;

public sealed class PausesPageTests : MemberContext
{
    private static readonly Pauses.Row Paused = new(PauseKind.Detector, "scam-net", Now, "staff:osprey", "It misfires.");

    public PausesPageTests()
    {
        Answer<Pauses, Pauses.Row[]>(new[] { Paused });
        Answer<PauseAutomation, Done>(default(Done));
        Answer<ResumeAutomation, Done>(default(Done));
    }

    [Fact]
    public void It_lists_what_is_paused_and_why()
    {
        var row = Render<PausesPage>().Find("tbody tr").TextContent;
        Assert.All(["Detector", "scam-net", "It misfires.", "osprey"], x => Assert.Contains(x, row, StringComparison.Ordinal));
    }

    [Fact]
    public void One_pauses_with_a_reason()
    {
        Answer<Pauses, Pauses.Row[]>(Array.Empty<Pauses.Row>());
        var page = Render<PausesPage>();
        Assert.Contains("Nothing is paused", page.Markup, StringComparison.Ordinal);
        page.Find(".m-empty button").Click();
        page.FindAll("input[type=radio]")[3].Change(true);
        page.Find("#pause-code").Input("hate-speech");
        page.Find("#pause-reason").Input("A new wording.");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is PauseAutomation(PauseKind.Guideline, "hate-speech", "A new wording."));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Resuming_asks_first_and_says_what_happens_to_the_signals()
    {
        var page = Render<PausesPage>();
        page.FindAll("button").Single(x => x.TextContent.StartsWith("Resume", StringComparison.Ordinal)).Click();
        Assert.Contains("signals", page.Find("#resume-means").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Door.Asked, x => x.UseCase is ResumeAutomation);

        page.Find("[role=alertdialog] .rz-primary").Click();
        Assert.Contains(Door.Asked, x => x.UseCase is ResumeAutomation(PauseKind.Detector, "scam-net"));
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        Answer<PauseAutomation, Done>(EnforcementErrors.AlreadyPaused);
        var page = Render<PausesPage>();
        page.Find(".rz-primary").Click();
        page.Find("form").Submit();
        Assert.Contains("This is paused already.", page.Find("form [role=alert]").TextContent, StringComparison.Ordinal);

        Answer<Pauses, Pauses.Row[]>(PipelineErrors.NotAllowed);
        Assert.Contains("You may not do this.", Render<PausesPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }
}
