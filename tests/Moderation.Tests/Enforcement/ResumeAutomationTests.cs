using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class ResumeAutomationTests : InAWorld
{
    [Fact]
    public async Task Machines_decide_again_and_it_is_no_longer_listed()
    {
        var content = await world.Post();
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "giveaway-text", "It misfires."));
        Assert.Equal("decision.paused", (await world.TryAutomate(content)).Match(_ => "", x => x.Code));
        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Detector, "giveaway-text"));

        Assert.False((await world.TryAutomate(content)).IsRefused);
        Assert.Empty(await world.Do(World.Lead, new Pauses()));
    }

    [Fact]
    public async Task What_is_not_paused_is_not_resumed() =>
        Assert.Equal(EnforcementErrors.NotPaused, await world.Refuse(World.Lead, new ResumeAutomation(PauseKind.Detector, "giveaway-text")));

    [Fact]
    public async Task Signals_of_a_paused_detector_are_kept_and_gathered_when_it_is_resumed()
    {
        var content = await world.Post();
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "scam-net", "It misfires."));
        var known = await world.Do(World.Platform, Signal(content));
        var early = await world.Do(World.Platform, Signal(new("later")));
        await world.Post("later");
        Assert.Null(known.CaseId);
        Assert.Empty(world.Read(db => db.Cases.ToList()));

        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Detector, "scam-net"));

        Assert.Equal(2, world.Read(db => db.Cases.Waiting.Count()));
        Assert.All(world.Read(db => db.Signals.ToList()), x => Assert.NotNull(x.CaseId));
        Assert.NotEqual(known.Id, early.Id);
    }

    private static SendSignal Signal(ContentId content) => new(SubjectRef.Of(content), "scam-net", "1", "scam", 0.9, "fraud");
}
