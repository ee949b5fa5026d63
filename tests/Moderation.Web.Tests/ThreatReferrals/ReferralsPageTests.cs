using Bunit;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Review;
using Moderation.Web.Tests.Members;
using Moderation.Web.ThreatReferrals;

namespace Moderation.Web.Tests.ThreatReferrals;

public sealed class ReferralsPageTests : MemberContext
{
    private static readonly ReferralId Id = new(Guid.NewGuid());

    [Fact]
    public void A_referral_waits_for_the_authority_and_their_reference_is_written_down()
    {
        Says(new([new(Id, "R-000001", SubjectRef.Of(Self), null, "Police", "He says where.", ReferralWay.Phone, "kestrel", Now, ReferralState.Sent, null, null, null)], 1, null));
        Answer<AcknowledgeReferral, Done>(default(Done));
        var page = Render<ReferralsPage>();
        Assert.Contains("He says where.", page.Markup, StringComparison.Ordinal);

        page.FindAll("button").Single(x => x.TextContent.StartsWith("They answered", StringComparison.Ordinal)).Click();
        page.Find("#reference").Change("PV 1");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is AcknowledgeReferral(var id, "PV 1") && id == Id);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void None_is_said() => Assert.Contains("No threat was referred", Empty().Markup, StringComparison.Ordinal);

    [Fact]
    public void From_a_case_it_is_referred_and_a_refusal_keeps_what_was_written()
    {
        var @case = new CaseId(Guid.NewGuid());
        Answer<ReferThreat, ReferThreat.Answer>(ReviewErrors.UnknownCase);
        var form = Render<ThreatToLife>(x => x.Add(y => y.Case, @case));
        Assert.Empty(form.FindAll("form"));
        form.Find("button").Click();
        form.Find("#threat-authority").Change("Police");
        form.Find("#threat-what").Change("He says where.");
        form.Find("form").Submit();
        Assert.Contains("Nothing was stored.", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Police", form.Find("#threat-authority").GetAttribute("value"));

        Answer<ReferThreat, ReferThreat.Answer>(new ReferThreat.Answer(Id, "R-000007", Now));
        form.Find("form").Submit();
        Assert.Contains("Referred as R-000007.", form.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains(Door.Asked, x => x.UseCase is ReferThreat(null, var told, "Police", "He says where.", ReferralWay.Phone) && told == @case);
    }

    private IRenderedComponent<ReferralsPage> Empty()
    {
        Says(new([], 0, null));
        return Render<ReferralsPage>();
    }

    private void Says(Referrals.Answer answer) => Answer<Referrals, Referrals.Answer>(answer);
}
