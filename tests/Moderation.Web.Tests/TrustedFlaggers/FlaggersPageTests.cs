using Bunit;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Web.Tests.Members;
using Moderation.Web.TrustedFlaggers;

namespace Moderation.Web.Tests.TrustedFlaggers;

public sealed class FlaggersPageTests : MemberContext
{
    private static readonly TrustedFlaggerList.Row Desk = new(new("ngo"), "Consumer desk NL", true, 18, 20, 0.76, 1204);

    public FlaggersPageTests()
    {
        Answer<PutTrustedFlagger, PutTrustedFlagger.Answer>(new PutTrustedFlagger.Answer(new("ngo"), false));
        Show(mayChange: true, Desk, new(new("new"), "Newcomer", false, 1, 2, 1, 3), new(new("idle"), "Idle", true, 0, 0, 1, 0));
    }

    [Fact]
    public void It_says_how_right_each_was_and_whether_that_is_enough_to_tell()
    {
        var rows = Render<FlaggersPage>().FindAll("tbody tr").Select(x => x.TextContent).ToArray();
        Assert.All(["Consumer desk NL", "18 of 20", "0.76", "1,204", "Active"], x => Assert.Contains(x, rows[0], StringComparison.Ordinal));
        Assert.All(["1 of 2, too few to tell", "Paused"], x => Assert.Contains(x, rows[1], StringComparison.Ordinal));
        Assert.Contains("Nothing decided yet", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_administrator_pauses_one_and_lets_one_go_on()
    {
        var page = Render<FlaggersPage>();
        page.FindAll("tbody button")[0].Click();
        Assert.Contains(Door.Asked, x => x.UseCase is PutTrustedFlagger { Id.Value: "ngo", Active: false });
        Assert.Contains("Consumer desk NL is paused", page.Find("[role=status]").TextContent, StringComparison.Ordinal);

        page.FindAll("tbody button")[1].Click();
        Assert.Contains(Door.Asked, x => x.UseCase is PutTrustedFlagger { Id.Value: "new", Active: true });
    }

    [Fact]
    public void An_administrator_adds_one()
    {
        var page = Render<FlaggersPage>();
        page.Find(".rz-primary").Click();
        page.Find("#flagger-name").Change(" Safe Net ");
        page.Find("#flagger-id").Change("safe");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is PutTrustedFlagger { Id.Value: "safe", Name: "Safe Net", Active: true });
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void A_lead_reads_and_has_no_buttons()
    {
        Show(mayChange: false, Desk);
        Assert.Empty(Render<FlaggersPage>().FindAll("tbody button, .rz-primary"));

        Show(mayChange: false);
        Assert.Contains("Nobody is in the registry", Render<FlaggersPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        Answer<PutTrustedFlagger, PutTrustedFlagger.Answer>(PipelineErrors.NotAllowed);
        var page = Render<FlaggersPage>();
        page.FindAll("tbody button")[0].Click();
        Assert.Contains("Nothing was changed", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        Answer<TrustedFlaggerList, TrustedFlaggerList.Answer>(PipelineErrors.NotAllowed);
        Assert.Contains("You may not do this.", Render<FlaggersPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private void Show(bool mayChange, params TrustedFlaggerList.Row[] rows) =>
        Answer<TrustedFlaggerList, TrustedFlaggerList.Answer>(new TrustedFlaggerList.Answer(rows, mayChange));
}
