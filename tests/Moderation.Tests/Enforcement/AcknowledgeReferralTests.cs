using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class AcknowledgeReferralTests : InAWorld
{
    [Fact]
    public async Task The_authoritys_reference_is_written_down_once()
    {
        await world.Post();
        var referral = await world.Do(World.Moderator, new ReferThreat(SubjectRef.Of(World.Author), null, "Police", "What."));
        await world.Do(World.Lead, new AcknowledgeReferral(referral.Id, "PV 12/2026"));

        var row = Assert.Single((await world.Do(World.Lead, new Referrals())).Rows);
        Assert.Equal((ReferralState.Acknowledged, "PV 12/2026", "osprey"), (row.State, row.Reference, row.AcknowledgedBy));
        Assert.Equal(EnforcementErrors.AlreadyAcknowledged, await world.Refuse(World.Lead, new AcknowledgeReferral(referral.Id, "Another")));
        Assert.Equal(EnforcementErrors.UnknownReferral, await world.Refuse(World.Lead, new AcknowledgeReferral(new(Guid.NewGuid()), "None")));
    }
}
