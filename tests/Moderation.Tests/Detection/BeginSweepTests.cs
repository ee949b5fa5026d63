using Moderation.Detection;

namespace Moderation.Tests.Detection;

public sealed class BeginSweepTests : InAWorld
{
    [Fact]
    public async Task One_begins_every_six_hours_and_goes_on_until_it_is_finished()
    {
        Assert.True(await world.Do(World.Product, new BeginSweep()));
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True(await world.Do(World.Product, new BeginSweep()));
        Assert.Equal(1, world.Read(db => db.Sweeps.Count()));

        await world.Sweep();
        Assert.True(await world.Do(World.Product, new BeginSweep()));
        await world.Sweep();
        Assert.False(await world.Do(World.Product, new BeginSweep()));
        world.Clock.Pass(BeginSweep.Every);
        Assert.True(await world.Do(World.Product, new BeginSweep()));
        Assert.Equal([1, 2, 3], world.Read(db => db.Sweeps.Select(x => x.Number).Order().ToList()));
    }

    [Fact]
    public async Task That_there_was_one_is_forgotten_in_time()
    {
        await world.Sweep();
        world.Clock.Pass(BeginSweep.Kept + TimeSpan.FromSeconds(1));
        await world.Do(World.Product, new BeginSweep());
        Assert.Equal([2], world.Read(db => db.Sweeps.Select(x => x.Number).ToList()));
    }
}
