using FsCheck;
using FsCheck.Fluent;
using Moderation.Detection;
using Moderation.Laws;
using Moderation.Tests.Detection;
using Deed = Moderation.Detection.Act;

namespace Moderation.Tests.Laws;

/// <summary>What detectors say depends on what was done, never on the order in which it came.</summary>
public sealed class InauthenticLaws
{
    private static readonly PlantedWorld World = new(7, 150);

    private static readonly Gen<int> Orders = Gen.Choose(0, int.MaxValue);

    [Fact]
    public void The_order_of_arrival_changes_no_finding()
    {
        var told = All(World.Acts, World.Posts);
        Assert.Equal(3, told.Select(x => x.Detector).Distinct().Count());
        Law.Holds(Orders, x => All(Shuffled(World.Acts, x), Shuffled(World.Posts, x)).SequenceEqual(told), times: 20);
    }

    [Fact]
    public void Somebody_who_is_always_about_needs_more_to_be_noticed() => Law.Holds(
        from count in Gen.Choose(1, 40)
        from expected in Gen.Choose(1, 400)
        select (count, expected / 10.0),
        x => QuickTies.AtLeast(x.count, x.Item2) >= QuickTies.AtLeast(x.count + 1, x.Item2) - 1e-12
            && QuickTies.AtLeast(x.count, x.Item2) <= QuickTies.AtLeast(x.count, x.Item2 + 0.1) + 1e-12
            && QuickTies.AtLeast(x.count, x.Item2) is >= 0 and <= 1);

    [Fact]
    public void Pauses_are_the_more_even_the_more_of_them_are_alike() => Law.Holds(
        from alike in Gen.Choose(1, 60)
        from lengths in Gen.Choose(1000, 9_000_000).ArrayOf(60)
        select (alike, lengths),
        x => MachineRhythm.Unevenness([.. Enumerable.Repeat(60_000L, 500)]) == 0
            && MachineRhythm.Unevenness([.. x.lengths.Select(y => (long)y)]) is >= 0 and <= 1
            && MachineRhythm.Unevenness([.. x.lengths.Select(y => (long)y), .. Enumerable.Repeat(60_000L, 5000)])
                < MachineRhythm.Unevenness([.. x.lengths.Select(y => (long)y), .. Enumerable.Repeat(60_000L, 1000)]) + 1e-9);

    [Fact]
    public void A_group_is_what_it_is_whatever_else_there_is_also_where_somebody_is_in_two() => Law.Holds(
        from size in Gen.Choose(Pods.LeastMembers, 14)
        from other in Gen.Choose(Pods.LeastMembers, 14)
        from rays in Gen.Choose(0, 30)
        select (size, other, rays),
        // The last of the first group is the first of the other, and is admired by many besides.
        x => Pods.In([.. Clique(0, x.size), .. Clique(x.size - 1, x.other), .. Star(x.size - 1, x.rays)]) is [var one, var two]
            && one.Density == 1 && two.Density == 1 && new[] { x.size, x.other }.Order().SequenceEqual(new[] { one.Members.Count, two.Members.Count }.Order())
            && Pods.In([.. Clique(0, Pods.LeastMembers - 1), .. Star(0, x.rays)]) is []);

    // Everybody at everybody's posts.
    private static IEnumerable<Tie> Clique(long first, int size) =>
        from one in Enumerable.Range(0, size)
        from other in Enumerable.Range(0, size)
        where one != other
        select new Tie(first + one, first + other, 9, 10, 0.5);

    // Somebody whom many admire, each of whom they thank.
    private static IEnumerable<Tie> Star(long middle, int rays) => Enumerable.Range(1000, rays)
        .SelectMany(x => new[] { new Tie(middle, middle + x, 9, 10, 0.5), new Tie(middle + x, middle, 9, 10, 0.5) });

    private static List<Suspected> All(IReadOnlyCollection<Deed> acts, IReadOnlyCollection<Posted> posts) =>
        [.. PlantedWorld.FarmsIn(acts).Concat(PlantedWorld.RhythmsIn(acts)).Concat(PlantedWorld.PodsIn(acts, posts)).OrderBy(x => x.Who).ThenBy(x => x.Detector, StringComparer.Ordinal)];

    private static T[] Shuffled<T>(IEnumerable<T> all, int seed)
    {
        T[] shuffled = [.. all];
#pragma warning disable CA5394 // Any order will do.
        new Random(seed).Shuffle(shuffled);
#pragma warning restore CA5394
        return shuffled;
    }
}
