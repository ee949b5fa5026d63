using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Tests.Detection;

/// <summary>What the host and the job do, so that a made-up network is swept.</summary>
internal static class Sweeping
{
    /// <summary>A whole sweep, if it is time for one. Answers how many signals it made.</summary>
    public static async Task<int> Sweep(this World world)
    {
        var count = 0;
        if (await world.Do(World.Product, new BeginSweep()))
            while (await world.Do(World.Product, new SeekInauthentic()) is { At: { } at, Next: { } next } seen)
            {
                foreach (var part in seen.Suspicions.Chunk(RecordSuspicions.MostAtOnce))
                    count += await world.Do(World.Product, new RecordSuspicions(at.Sweep, part));
                await world.Do(World.Product, new AdvanceSweep(at, next, seen.Ties));
            }

        return count;
    }

    /// <summary>The host tells all of it, the acts in an order of its own.</summary>
    public static async Task Tell(this World world, PlantedPart part, int order)
    {
        world.Clock.Pass(DateTimeOffset.FromUnixTimeMilliseconds(PlantedWorld.End) - world.Clock.GetUtcNow());
        foreach (var account in part.Accounts)
            await world.Do(World.Platform, new PutAccount(account, account.Value));
        foreach (var post in part.Posts)
            await world.Do(World.Platform, new PutContent(
                Item(post.What), PlantedPart.Account(post.Who), ContentKind.Post, DateTimeOffset.FromUnixTimeMilliseconds(post.At), Text: "Look."));

        InteractionTold[] told = [.. part.Acts.Select(x => new InteractionTold(
            PlantedPart.Account(x.Who), Item(x.What), InteractionKind.Comment, DateTimeOffset.FromUnixTimeMilliseconds(x.At), Device: $"device-{x.Device}"))];
#pragma warning disable CA5394 // Any order will do.
        new Random(order).Shuffle(told);
#pragma warning restore CA5394
        foreach (var some in told.Chunk(ActivityIntake.MostAtOnce))
            await world.Do(World.Platform, new TellInteractions(some));
    }

    private static ContentId Item(long what) => new($"post-{what}");
}

/// <summary>A part of a made-up network that is small enough to be told line by line: some who were planted, some who were not.</summary>
internal sealed class PlantedPart
{
    public PlantedPart(int seed)
    {
        var world = new PlantedWorld(seed, 150);
        var some = world.Pods.Members.Take(8).Concat(world.Bots.Take(3)).Concat(world.Farms.Take(18)).Concat(world.Honest.All.Take(40).Select(x => x.Id)).ToHashSet();
        Acts = [.. world.Acts.Where(x => some.Contains(x.Who)).DistinctBy(x => (x.Who, x.What, x.At))];
        Accounts = [.. some.Select(Account)];
        Posts = [.. world.Posts.Where(x => some.Contains(x.Who))];
    }

    public IReadOnlyList<Act> Acts { get; }

    public IReadOnlyList<Posted> Posts { get; }

    public IReadOnlyList<AccountId> Accounts { get; }

    /// <summary>What the detectors say without a database between.</summary>
    public IEnumerable<(string, string, string, double)> Expected => PlantedWorld.FarmsIn(Acts).Concat(PlantedWorld.RhythmsIn(Acts)).Concat(PlantedWorld.PodsIn(Acts, Posts))
        .Select(x => (Account(x.Who).Value, x.Detector, x.Explanation, Math.Round(x.Score, 9))).Order();

    public static AccountId Account(long who) => new($"account-{who}");
}
