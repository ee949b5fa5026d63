using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class AdvanceSweepTests : InAWorld
{
    private static readonly Tie Tie = new(1, 2, 8, 10, 0.4);

    [Fact]
    public async Task Only_the_first_of_two_goes_on()
    {
        await world.Do(World.Product, new BeginSweep());
        var start = new SweepPlace(1, SweepStage.Devices, SweepPlace.Start);
        await world.Do(World.Product, new AdvanceSweep(start, start with { After = 7 }, []));

        Assert.Equal(DetectionErrors.SweepMoved, await world.Refuse(World.Product, new AdvanceSweep(start, start with { After = 7 }, [Tie])));
        Assert.Equal(DetectionErrors.SweepMoved, await world.Refuse(World.Product, new AdvanceSweep(start with { Sweep = 9 }, start, [])));
        await world.Do(World.Product, new AdvanceSweep(start with { After = 7 }, start with { Stage = SweepStage.Accounts }, []));
    }

    [Fact]
    public async Task Ties_are_kept_until_it_is_over()
    {
        await world.Do(World.Product, new BeginSweep());
        var place = new SweepPlace(1, SweepStage.Devices, SweepPlace.Start);
        await world.Do(World.Product, new AdvanceSweep(place, place with { Stage = SweepStage.Groups }, [Tie]));
        Assert.Equal(1, world.Read(db => db.QuickTies.Count()));

        await world.Do(World.Product, new AdvanceSweep(place with { Stage = SweepStage.Groups }, place with { Stage = SweepStage.Finished }, []));
        Assert.Equal(0, world.Read(db => db.QuickTies.Count()));
        Assert.NotNull(world.Read(db => db.Sweeps.Single().FinishedAt));
    }
}
