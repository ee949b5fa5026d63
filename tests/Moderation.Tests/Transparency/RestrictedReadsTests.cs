using Moderation.Enforcement;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class RestrictedReadsTests : InAWorld
{
    [Fact]
    public async Task Who_opened_what_and_when_but_nothing_of_what_it_says()
    {
        var hidden = await RestrictedCase();
        await world.Do(World.ChildSafety, new CaseFile(hidden));
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        var decision = await world.Decide(await world.Post("other"), "child-safety", by: "wren");
        await world.Do(World.ChildSafety, new EvidenceOf(decision.Id));
        await world.Refuse(World.Moderator, new RestrictedReads());

        var rows = (await world.Do(World.Admin, new RestrictedReads())).Rows;
        Assert.Equal([("EvidenceOf", "staff:wren", "Content:other"), ("CaseFile", "staff:wren", "Content:sealed")],
            rows.Select(x => (x.Question, x.Actor, string.Join(',', x.Subjects))));
        Assert.Equal(Now, rows[0].At);
        Assert.Equal(1, (await world.Do(World.ChildSafety, new RestrictedReads(Take: 1))).Next);
    }
}
