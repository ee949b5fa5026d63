using Bunit;
using Moderation.Pipeline;
using Moderation.Transparency;
using Moderation.Web.Admin;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Admin;

public sealed class AuditPageTests : MemberContext
{
    private static readonly Guid Entry = Guid.NewGuid();

    [Fact]
    public void It_shows_the_seals_and_verifies_to_the_end_when_asked()
    {
        Says(new(2, 40, 3, 7, Now, null, []));
        var page = Render<AuditPage>();
        Assert.Contains("Block 7", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=status]"));

        page.Find(".rz-primary").Click();

        Assert.Contains("Everything is as it was sealed. 2 blocks were read, with 40 entries.", Words(page.Find("[role=status]").TextContent), StringComparison.Ordinal);
        Assert.Equal([long.MaxValue, 0L], Door.Asked.Select(x => x.UseCase).OfType<VerifyAudit>().Select(x => x.After));
    }

    [Fact]
    public void Each_fault_is_named()
    {
        Says(new(2, 40, 0, 7, Now, null, [new(VerifyAudit.FaultKind.Tampered, 5, 12, Entry), new(VerifyAudit.FaultKind.TailMissing, 7, null, null)]));
        var page = Render<AuditPage>();
        page.Find(".rz-primary").Click();

        Assert.Contains("2 faults were found.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal([$"Changed512{Entry}", "Last block gone7"], page.FindAll("tbody tr").Select(x => x.TextContent.Replace("\n", "", StringComparison.Ordinal).Trim()));
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        Answer<VerifyAudit, VerifyAudit.Answer>(PipelineErrors.NotAllowed);
        Assert.Contains("You may not do this.", Render<AuditPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("verified_user ", "", StringComparison.Ordinal).Replace("verified_user", "", StringComparison.Ordinal);

    private void Says(VerifyAudit.Answer answer) => Answer<VerifyAudit, VerifyAudit.Answer>(answer);
}
