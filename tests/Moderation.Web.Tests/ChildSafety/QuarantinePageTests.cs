using Bunit;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Transparency;
using Moderation.Web.ChildSafety;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.ChildSafety;

public sealed class QuarantinePageTests : MemberContext
{
    private static readonly DecisionId Id = new(Guid.NewGuid());

    public QuarantinePageTests()
    {
        Says(new([new(Id, new("item-1"), Self, 1, new string('d', 64), [new string('a', 64)], Now, DecisionState.InForce, null, null, false, null)], 1));
        Answer<EvidenceOf, EvidenceOf.Answer>(new EvidenceOf.Answer(
            Id, new(SubjectKind.Content, "item-1"), """{"text":"A xylograph."}""", new string('d', 64), true, EvidenceClass.Restricted, Now, false, null));
        Answer<RecordAuthorityReport, RecordAuthorityReport.Answer>(new RecordAuthorityReport.Answer(Id, "CT-1", Now.AddYears(1)));
    }

    [Fact]
    public void Evidence_opens_only_when_asked_by_a_button_that_says_it_is_logged()
    {
        var page = Render<QuarantinePage>();
        Assert.DoesNotContain(Door.Asked, x => x.UseCase is EvidenceOf);
        Assert.DoesNotContain("xylograph", page.Markup, StringComparison.Ordinal);

        page.FindAll("button").Single(x => x.TextContent.Contains("Open, this is logged", StringComparison.Ordinal)).Click();

        Assert.Contains("xylograph", page.Find(".m-evidence").TextContent, StringComparison.Ordinal);
        Assert.Contains("the digest matches", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_to_an_authority_is_written_down()
    {
        var page = Render<QuarantinePage>();
        page.FindAll("button").Single(x => x.TextContent.StartsWith("Write down a report", StringComparison.Ordinal)).Click();
        page.Find("input:not([type=date])").Change(" CT-1 ");
        page.Find("input[type=date]").Change("2028-02-29");
        page.Find("form").Submit();

        var told = Assert.Single(Door.Asked.Select(x => x.UseCase).OfType<RecordAuthorityReport>());
        Assert.Equal(("CT-1", new DateTimeOffset(2028, 2, 29, 0, 0, 0, TimeSpan.Zero)), (told.Number, told.PreserveUntil));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Nothing_and_a_refusal_are_said()
    {
        Says(new([], 0));
        Assert.Contains("Nothing is locked", Render<QuarantinePage>().Markup, StringComparison.Ordinal);
        Answer<QuarantinedItems, QuarantinedItems.Answer>(PipelineErrors.NotAllowed);
        Assert.Contains("You may not do this.", Render<QuarantinePage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Openings_are_listed_with_what_was_opened()
    {
        Answer<RestrictedReads, RestrictedReads.Answer>(new RestrictedReads.Answer([new(Guid.NewGuid(), Now, "staff:wren", "EvidenceOf", ["Content:item-1"])], null));
        var page = Render<OpeningsPage>();
        Assert.Contains("staff:wren", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("Content:item-1", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    private void Says(QuarantinedItems.Answer answer) => Answer<QuarantinedItems, QuarantinedItems.Answer>(answer);
}
