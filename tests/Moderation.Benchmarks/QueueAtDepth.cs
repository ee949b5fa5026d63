using System.Diagnostics;
using System.Globalization;

namespace Moderation.Benchmarks;

/// <summary>P3: one queue of fifty queues, from ten thousand to five million open cases; the product beside PostgreSQL.</summary>
internal static class QueueAtDepth
{
    private const int People = 8;

    /// <param name="Depths">Open cases, growing.</param>
    /// <param name="Rounds">At each depth; each in the order ABBA.</param>
    /// <param name="Times">Claims a quarter of a round, by one person; and as many by eight at once.</param>
    /// <param name="Folder">Where the databases are made, and thrown away.</param>
    internal sealed record Plan(int[] Depths, int Rounds, int Times, string? Folder, bool IsAlone)
    {
        /// <summary>Null where the arguments make no sense.</summary>
        public static Plan? Of(string[] arguments)
        {
            var plan = new Plan([10_000, 100_000, 1_000_000, 5_000_000], 7, 60, null, false);
            foreach (var argument in arguments)
                if (Change(plan, argument.Split('=', 2)) is { } changed)
                    plan = changed;
                else
                    return null;
            return plan;
        }

        private static Plan? Change(Plan plan, string[] part) => part switch
        {
            ["--alone"] => plan with { IsAlone = true },
            ["--folder", var folder] => plan with { Folder = folder },
            ["--rounds", var rounds] when int.TryParse(rounds, out var count) && count > 0 => plan with { Rounds = count },
            ["--times", var times] when int.TryParse(times, out var count) && count > 0 => plan with { Times = count },
            ["--depths", var depths] when depths.Split(',').All(x => int.TryParse(x, out _)) =>
                plan with { Depths = [.. depths.Split(',').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).Order()] },
            _ => null,
        };
    }

    public static async Task<int> Measure(Plan plan)
    {
        var folder = plan.Folder ?? Directory.CreateTempSubdirectory("moderation-queue-").FullName;
        Directory.CreateDirectory(folder);
        // Whoever runs the other database must get in.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        try
        {
            return await Measure(plan, folder);
        }
        finally
        {
            if (plan.Folder is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Measure(Plan plan, string folder)
    {
        await using var ours = await OurQueue.Open(Path.Combine(folder, "ours"), People);
        await using var other = plan.IsAlone ? null : await PostgresServer.Start(folder) is { } server ? new PostgresQueue(server) : null;
        Console.WriteLine(other is null && !plan.IsAlone ? "PostgreSQL: not installed." : $"Beside it: {other?.Name ?? "nothing"}.");
        Console.WriteLine("pgmq: not installed.");
        Console.WriteLine($"Seed {MadeCase.Seed}; {MadeCase.Queues} queues in 2 languages, half of all in one; {plan.Rounds} rounds ABBA of {plan.Times} claims; synchronous=FULL.");

        var (filled, retired, measured) = (0, new HashSet<int>(), new List<DepthFigures>());
        foreach (var depth in plan.Depths)
        {
            var front = Front(depth, retired, (plan.Rounds + 1) * plan.Times * 12 + 500);
            IQueueContender[] contenders = other is null ? [ours] : [ours, other];
            foreach (var contender in contenders)
            {
                var clock = Stopwatch.StartNew();
                await contender.Fill(filled, depth, front);
                Figures.Say($"{contender.Name}: filled to {depth}", clock.Elapsed.TotalSeconds, "s");
                Figures.Say($"{contender.Name}: on disk", await contender.Size() / 1e6, "MB");
            }

            filled = depth;
            Console.WriteLine($"Data of {depth}: {MadeCase.Digest(depth)}");
            if (other is not null && !await Agree(ours, other, plan.Times))
                return 1;
            var figures = new DepthFigures(depth, plan, ours, other, front);
            await figures.Measure();
            figures.Say();
            measured.Add(figures);
            foreach (var contender in contenders)
                await contender.Retire(front);
            retired.UnionWith(front.Select(x => x.Number));
        }

        foreach (var name in new[] { ours.Name, other?.Name }.OfType<string>())
            Figures.Say($"{name}: flatness", measured[^1].ClaimP99(name) / measured[0].ClaimP99(name), $"(claim p99 at {plan.Depths[^1]} ÷ at {plan.Depths[0]}; goal 1.5)");
        return measured.All(x => x.IsSound) ? 0 : 1;
    }

    // Those that come first of all, in their order.
    private static MadeCase[] Front(int depth, HashSet<int> retired, int count)
    {
        var first = new PriorityQueue<MadeCase, MadeCase>(Comparer<MadeCase>.Create((a, b) => b.CompareTo(a)));
        for (var i = 0; i < depth; i++)
        {
            var made = MadeCase.Of(i);
            if (retired.Contains(i))
                continue;

            if (first.Count < count)
                first.Enqueue(made, made);
            else
                first.EnqueueDequeue(made, made);
        }

        return [.. first.UnorderedItems.Select(x => x.Element).Order()];
    }

    // One person, nobody else: the same cases in the same order, or the run is void.
    private static async Task<bool> Agree(OurQueue one, PostgresQueue other, int times)
    {
        var held = new List<(Held One, Held Other)>();
        for (var i = 0; i < times; i++)
            held.Add(((await one.Claim(0))!, (await other.Claim(0))!));
        foreach (var (mine, theirs) in held)
        {
            await one.Return(mine);
            await other.Return(theirs);
        }

        var differing = held.Count(x => x.One.Id != x.Other.Id);
        Console.WriteLine(differing == 0 ? $"{times} claims agree." : $"{differing} of {times} claims differ: the run is void.");
        return differing == 0;
    }
}
