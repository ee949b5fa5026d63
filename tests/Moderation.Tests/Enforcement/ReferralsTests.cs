using Moderation.Enforcement;
using Moderation.Pipeline;

namespace Moderation.Tests.Enforcement;

public sealed class ReferralsTests : InAWorld
{
    [Fact]
    public async Task The_newest_stands_first_and_the_unanswered_are_counted()
    {
        await world.Post();
        var first = await world.Do(World.Moderator, new ReferThreat(SubjectRef.Of(World.Author), null, "Police", "One."));
        await world.Do(World.Moderator, new ReferThreat(SubjectRef.Of(World.Author), null, "Police", "Two."));
        await world.Do(World.Lead, new AcknowledgeReferral(first.Id, "PV 1"));

        var shown = await world.Do(World.Lead, new Referrals());
        Assert.Equal(["Two.", "One."], shown.Rows.Select(x => x.Description));
        Assert.Equal(1, shown.Waiting);
        Assert.Equal(1, (await world.Do(World.Lead, new Referrals(Take: 1))).Next);
    }
}
