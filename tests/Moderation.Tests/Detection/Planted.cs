using Moderation.Detection;
using static Moderation.Tests.Detection.PlantedWorld;

namespace Moderation.Tests.Detection;

/// <summary>Groups of otherwise ordinary people who agreed to be there when one of them posts.</summary>
internal sealed class PlantedPods(PlantedWorld world, IReadOnlyList<PlantedPods.Pod> pods)
{
    /// <param name="Faithful">How likely each comes to a post.</param>
    /// <param name="Minutes">The mean until they come.</param>
    public sealed record Pod(IReadOnlyList<Person> Members, double Faithful, double Minutes);

    public IReadOnlySet<long> Members { get; } = pods.SelectMany(x => x.Members).Select(x => x.Id).ToHashSet();

    public static PlantedPods In(PlantedWorld world)
    {
        var pods = new List<Pod>();
        // From small and eager to large and slack; the last takes turns, so that each comes to six posts of ten.
        foreach (var (size, faithful, minutes) in new[] { (8, 0.95, 1.5), (12, 0.9, 2.5), (20, 0.85, 2.5), (30, 0.8, 3), (45, 0.72, 2) })
        {
            Person[] members = [.. Enumerable.Range(0, size).Select(_ => world.Chance.One(world.Honest.All)).Distinct()];
            foreach (var member in members)
                member.PostsADay = Math.Max(member.PostsADay, 0.7);
            pods.Add(new(members, faithful, minutes));
        }

        return new(world, pods);
    }

    public void Engage()
    {
        foreach (var pod in pods)
        {
            var members = pod.Members.ToDictionary(x => x.Id);
            foreach (var post in world.Posts.Where(x => members.ContainsKey(x.Who)).ToList())
                foreach (var member in pod.Members.Where(x => x.Id != post.Who && world.Chance.Is(pod.Faithful)))
                    world.Acts.Add(new(member.Id, post.What, post.At + (long)((0.2 + world.Chance.Exponential(pod.Minutes)) * Minute), member.Device));
        }
    }
}

/// <summary>Machines that like and comment, each built another way.</summary>
internal static class PlantedBots
{
    public static IReadOnlySet<long> In(PlantedWorld world)
    {
        var (bots, chance) = (new HashSet<long>(), world.Chance);
        for (var copies = 0; copies < 4; copies++)
        {
            Run(0, 24, () => 60);
            Run(0, 24, () => 60 + chance.Between(-12, 12));
            Run(0, 24, () => chance.Between(30, 120));
            Run(0, 24, () => chance.Lognormal(180, 0.4));
            Run(7, 23.5, () => 45 + chance.Between(-5, 5));
            Run(9, 17, () => 90 + chance.Between(-10, 10));
            // Made to look human: pauses without memory, and one that waits as unevenly as people do.
            Run(0, 24, () => chance.Exponential(90));
            Run(8, 22, () => chance.Lognormal(60, 1.0));
        }

        return bots;

        void Run(double from, double until, Func<double> seconds)
        {
            var id = world.NewId();
            bots.Add(id);
            for (var day = Days - 3; day < Days; day++)
                for (var at = Begin + day * Day + (long)(from * Hour); at < Begin + day * Day + (long)(until * Hour); at += (long)(seconds() * 1000))
                    world.Acts.Add(new(id, chance.One(world.Posts).What, at, id));
        }
    }
}

/// <summary>Devices from which many bought accounts act.</summary>
internal static class PlantedFarms
{
    public static IReadOnlySet<long> In(PlantedWorld world)
    {
        var (farmed, chance) = (new HashSet<long>(), world.Chance);
        foreach (var size in new[] { 8, 10, 15, 25, 40, 80, 150 })
            Boost(size);
        foreach (var size in new[] { 10, 20, 40 })
            Hand(size);
        return farmed;

        long[] Accounts(int size)
        {
            long[] accounts = [.. Enumerable.Range(0, size).Select(_ => world.NewId())];
            farmed.UnionWith(accounts);
            return accounts;
        }

        // A customer's posts, each liked by most of the accounts, one after another.
        void Boost(int size)
        {
            var (accounts, device, at) = (Accounts(size), world.NewId(), End - Day + (long)(chance.Between(1, 8) * Hour));
            for (var post = 0; post < 12; post++, at += (long)(chance.Between(10, 40) * Minute))
            {
                var target = chance.One(world.Posts).What;
                foreach (var account in accounts.Where(_ => chance.Is(0.8)))
                    world.Acts.Add(new(account, target, at += (long)(chance.Between(4, 25) * 1000), device));
            }
        }

        // One hand goes from account to account so that they look alive; no two do the same.
        void Hand(int size)
        {
            var (accounts, device, at) = (Accounts(size), world.NewId(), End - Day + (long)(chance.Between(1, 5) * Hour));
            for (var round = 0; round < 6; round++)
                foreach (var account in accounts)
                    for (var left = chance.Whole(1, 4); left > 0; left--)
                        world.Acts.Add(new(account, chance.One(world.Posts).What, at += (long)(chance.Between(3, 30) * 1000), device));
        }
    }
}
