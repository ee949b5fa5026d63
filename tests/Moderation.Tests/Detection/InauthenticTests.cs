using System.Globalization;
using Moderation.Detection;
using Xunit.Abstractions;

namespace Moderation.Tests.Detection;

/// <summary>How many of those who were planted are found, and how many honest people are taken for them.</summary>
public sealed class InauthenticTests(ITestOutputHelper output)
{
    // Seeds no threshold was chosen by.
    private static readonly int[] Seeds = [404, 505, 606];

    private static readonly Lazy<PlantedWorld[]> Worlds = new(() => [.. Seeds.Select(x => new PlantedWorld(x, 1200))]);

    [Fact]
    public void Device_farms_are_found_and_families_offices_and_faulty_ids_are_not() => Measure(
        DeviceFarm.Name, x => x.Farms, x => PlantedWorld.FarmsIn(x.Acts), precision: 0.999, recall: 0.95);

    [Fact]
    public void Machines_are_found_and_night_shifts_newsrooms_and_the_busiest_people_are_not() => Measure(
        MachineRhythm.Name, x => x.Bots, x => PlantedWorld.RhythmsIn(x.Acts), precision: 0.999, recall: 0.7);

    [Fact]
    public void Pods_are_found_and_circles_of_friends_are_not() => Measure(
        Pods.Name, x => x.Pods.Members, x => PlantedWorld.PodsIn(x.Acts, x.Posts), precision: 0.999, recall: 0.95);

    [Fact]
    public void All_together() => Measure(
        "all detectors", x => x.Farms.Union(x.Bots).Union(x.Pods.Members).ToHashSet(),
        x => [.. PlantedWorld.FarmsIn(x.Acts), .. PlantedWorld.RhythmsIn(x.Acts), .. PlantedWorld.PodsIn(x.Acts, x.Posts)], precision: 0.999, recall: 0.95);

    private void Measure(
        string detector, Func<PlantedWorld, IReadOnlySet<long>> planted, Func<PlantedWorld, IEnumerable<Suspected>> found, double precision, double recall)
    {
        var (right, wrong, missed, honest) = (0, 0, 0, 0);
        foreach (var world in Worlds.Value)
        {
            var (guilty, suspected) = (planted(world), found(world).ToList());
            Assert.All(suspected, x => Assert.InRange(x.Score, 0, 1));
            var named = suspected.Select(x => x.Who).ToHashSet();
            right += named.Count(guilty.Contains);
            wrong += named.Count(x => !guilty.Contains(x));
            missed += guilty.Count(x => !named.Contains(x));
            honest += world.Acts.Select(x => x.Who).Distinct().Count(x => !guilty.Contains(x));
        }

        var (exact, complete) = ((double)right / Math.Max(1, right + wrong), (double)right / (right + missed));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{detector}: precision {exact:0.000}, recall {complete:0.000} ({right} of {right + missed} found, {wrong} of {honest} others named; {Worlds.Value.Sum(x => x.Acts.Count):N0} acts)"));
        Assert.True(exact >= precision && complete >= recall, $"precision {exact}, recall {complete}");
    }
}
