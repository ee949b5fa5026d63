using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Detection;

public sealed class GatherHeldSignalsTests : InAWorld
{
    [Fact]
    public async Task What_one_command_cannot_take_the_job_does()
    {
        var content = await world.Post();
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "scam-net", "It misfires."));
        for (var i = 0; i < SignalIntake.MostAtOnce + 3; i++)
            await world.Do(World.Platform, Signal(content, "scam-net", $"s-{i}"));
        Assert.Equal(0, await world.Do(World.Product, new GatherHeldSignals()));

        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Detector, "scam-net"));
        Assert.Equal(3, world.Read(db => db.Signals.Count(x => x.IsHeld)));
        Assert.Equal(3, await world.Do(World.Product, new GatherHeldSignals()));
        Assert.Equal(0, await world.Do(World.Product, new GatherHeldSignals()));
        Assert.Equal(SignalIntake.MostAtOnce + 3, Assert.Single(world.Read(db => db.Cases.ToList())).Signals);
    }

    private static SendSignal Signal(ContentId content, string detector, string id) =>
        new(SubjectRef.Of(content), detector, "1", "scam", 0.9, "fraud", id);
}
