using Moderation.Enforcement;

namespace Moderation.Tests.Enforcement;

public sealed class PausesTests : InAWorld
{
    [Fact]
    public async Task They_say_what_since_when_by_whom_and_why_the_newest_first()
    {
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "scam-net", "It misfires."));
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        await world.Do(World.Admin, new PauseAutomation(PauseKind.Guideline, "spam", "A new wording."));

        Assert.Equal(
            [new(PauseKind.Guideline, "spam", Now, "staff:admin", "A new wording."), new(PauseKind.Detector, "scam-net", Now.AddMinutes(-5), "staff:osprey", "It misfires.")],
            await world.Do(World.PolicyManager, new Pauses()));
    }
}
