using Moderation.Activity;
using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Tests.Detection;

public sealed class SeekInauthenticTests : InAWorld
{
    private static readonly Lazy<PlantedPart> Part = new(() => new(11));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_sweep_finds_what_the_detectors_find_whatever_the_order_it_was_told_in(int order)
    {
        await world.Tell(Part.Value, order);
        var expected = Part.Value.Expected.ToList();
        Assert.Equal(3, expected.Select(x => x.Item2).Distinct().Count());

        Assert.Equal(expected.Count, await world.Sweep());
        Assert.Equal(expected, Signals());
        Assert.Equal(0, world.Read(db => db.QuickTies.Count()));

        world.Clock.Pass(BeginSweep.Every);
        Assert.Equal(0, await world.Sweep());
    }

    [Fact]
    public async Task Asked_again_at_the_same_place_it_finds_the_same()
    {
        await world.Tell(Part.Value, order: 3);
        await world.Do(World.Product, new BeginSweep());
        for (var parts = 0; await world.Do(World.Product, new SeekInauthentic()) is { At: { } at, Next: { } next } seen; parts++)
        {
            var again = await world.Do(World.Product, new SeekInauthentic());
            Assert.Equal((at, next), (again.At, again.Next));
            Assert.Equal(seen.Suspicions, again.Suspicions);
            Assert.Equal(seen.Ties, again.Ties);
            Assert.NotEqual(at, next);
            // Somebody stopped after half of it was recorded, and went on later.
            foreach (var half in seen.Suspicions.Chunk(RecordSuspicions.MostAtOnce).Take(1).Concat(seen.Suspicions.Chunk(RecordSuspicions.MostAtOnce)))
                await world.Do(World.Product, new RecordSuspicions(at.Sweep, half));
            await world.Do(World.Product, new AdvanceSweep(at, next, seen.Ties));
            Assert.InRange(parts, 0, 100);
        }

        Assert.Equal(Part.Value.Expected, Signals());
    }

    [Fact]
    public async Task Follows_from_one_device_count_like_any_act()
    {
        await world.Do(World.Platform, new TellFollows([.. from account in Enumerable.Range(0, 12)
                                                           from target in Enumerable.Range(0, 6)
                                                           select new FollowTold(new($"bought-{account}"), new($"customer-{target}"), Now.AddMinutes(-1 - account * 20 - target), Device: "phone")]));

        Assert.Equal(12, await world.Sweep());
        Assert.All(Signals(), x => Assert.Equal((DeviceFarm.Name, "Suspicion.DeviceFarm|12|72|24|100|0"), (x.Item2, x.Item3)));
    }

    [Fact]
    public async Task Where_no_sweep_is_under_way_there_is_nothing_to_see() =>
        Assert.Null((await world.Do(World.Product, new SeekInauthentic())).At);

    private IEnumerable<(string, string, string, double)> Signals() => world.Read(db => db.Signals.ToList())
        .Select(x => (x.SubjectId, x.Detector, x.Explanation!, Math.Round(x.Score, 9))).Order();
}
