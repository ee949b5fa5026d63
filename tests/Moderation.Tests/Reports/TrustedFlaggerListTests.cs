using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.Reports;

public sealed class TrustedFlaggerListTests : InAWorld
{
    [Fact]
    public async Task It_says_how_right_each_was_and_how_much_they_sent_of_late()
    {
        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true));
        await world.Do(World.Admin, new PutTrustedFlagger(new("desk"), "Consumer desk", Active: false));
        for (var i = 0; i < 6; i++)
        {
            var content = await world.Post($"post-{i}");
            await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId("ngo"), "spam", Source: ReportSource.TrustedFlagger));
            await world.Decide(content, "spam", i < 3 ? Moderation.Enforcement.Finding.DoesNotViolate : Moderation.Enforcement.Finding.Violates);
            world.Clock.Pass(TimeSpan.FromDays(10));
        }

        Assert.Equal(
            [new(new("desk"), "Consumer desk", false, 0, 0, Credibility.Full, 0), new(new("ngo"), "Safe Net", true, 3, 6, Credibility.Of(3, 6, Credibility.Full), 2)],
            (await world.Do(World.Lead, new TrustedFlaggerList())).Flaggers);
    }

    [Fact]
    public async Task Administrators_change_it_and_leads_only_read()
    {
        Assert.True((await world.Do(World.Admin, new TrustedFlaggerList())).MayChange);
        Assert.False((await world.Do(World.Lead, new TrustedFlaggerList())).MayChange);
    }

    [Fact]
    public async Task It_is_for_administrators_and_leads() =>
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Moderator, new TrustedFlaggerList()));
}
