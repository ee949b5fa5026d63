using System.Diagnostics;
using Moderation.Laws;

namespace Moderation.Benchmarks;

/// <summary>What is measured at one depth.</summary>
internal sealed class DepthFigures(int depth, QueueAtDepth.Plan plan, OurQueue ours, PostgresQueue? other, IReadOnlyList<MadeCase> front)
{
    private const int People = 8;
    private const int Pages = 10;
    private const double PerSecond = 40;

    // How long pages may take of a round, however slow they are.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(40);

    private readonly Dictionary<string, Series> series = [];
    private readonly RaceHistory history = new();
    private int turn;
    private TimeSpan looked;

    public bool IsSound { get; private set; }

    private IQueueContender[] Contenders => other is null ? [ours] : [ours, other];

    public double ClaimP99(string name) => series[$"{name}: claim"].P99;

    public async Task Measure()
    {
        await Watch();
        // Unmeasured: what is asked first is read from the disk and compiled.
        foreach (var contender in Contenders)
            await Work(contender, isMeasured: false);
        await ours.Page();

        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var contender in Contenders.Concat(Contenders.Reverse()))
                await Work(contender, isMeasured: true);
            foreach (var contender in round % 2 == 0 ? Contenders : [.. Contenders.Reverse()])
            {
                await AllAtOnce(contender);
                await AsTheyCome(contender);
            }

            if (looked < MostPatience)
                await LookAtPages();
            foreach (var one in series.Values)
                one.EndRound();
        }
    }

    public void Say()
    {
        Console.WriteLine($"--- {depth} open cases; caches warm (the system's, and each database's own)");
        foreach (var (name, one) in series.OrderBy(x => x.Key, StringComparer.Ordinal))
            one.Say(name);

        var check = new RaceCheck(history);
        string[] doubles = [.. check.Doubles()], inversions = [.. check.Inversions()], stale = [.. check.Stale()];
        Figures.Say("ours: doubles", doubles.Length, $"of {history.Claims.Count} claims");
        Figures.Say("ours: inversions", inversions.Length, inversions.FirstOrDefault() ?? "");
        Figures.Say("ours: stale accepted", stale.Length, "");
        IsSound = doubles.Length + inversions.Length + stale.Length == 0;
    }

    private async Task Watch()
    {
        for (var i = 0; i < People; i++)
            history.People.Add(new($"m{i}", null, null));
        foreach (var made in front)
        {
            // What was decided at a lesser depth does not wait any more.
            if (await ours.Rank(made.Name) is not var (priority, due))
                continue;

            history.Cases.Add(new(made.Name, "", $"a{made.Number}"));
            history.Ranks.Add(new(made.Name, 0, 0, new(priority, due, made.Name)));
        }
    }

    private QueueWork Next(IQueueContender contender) =>
        new(contender, front, depth + ++turn) { History = contender == ours ? history : null };

    private async Task Work(IQueueContender contender, bool isMeasured)
    {
        var work = Next(contender);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await work.Run(0, plan.Times);
        if (!isMeasured)
            return;

        Of($"{contender.Name}: claim", "ms").Add(work.Claims);
        Of($"{contender.Name}: submit and next", "ms").Add(work.SubmitAndNext);
        if (contender == ours)
            Of("ours: processor a cycle", "ms").Add([(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / plan.Times]);
    }

    private async Task AllAtOnce(IQueueContender contender)
    {
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, People).Select(x => Task.Run(() => Next(contender).Run(x, plan.Times / 2))));
        Of($"{contender.Name}: cycles, 8 at once", "/s").Add([done.Sum() / clock.Elapsed.TotalSeconds]);
    }

    // People come when they come: what one waits for those before counts as well.
    private async Task AsTheyCome(IQueueContender contender)
    {
        var clock = Stopwatch.StartNew();
        var waited = await Task.WhenAll(Enumerable.Range(0, plan.Times).Select(async i =>
        {
            var due = i * 1000 / PerSecond;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, due - clock.Elapsed.TotalMilliseconds)));
            var work = Next(contender);
            var (held, _) = await work.Claim(i % People);
            var took = clock.Elapsed.TotalMilliseconds - due;
            if (held is not null)
                await work.Return(held);
            return took;
        }));
        Of($"{contender.Name}: claim at {PerSecond}/s", "ms").Add(waited);
    }

    private async Task LookAtPages()
    {
        var (clock, cpu, count) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime, 0);
        while (count < Pages && clock.Elapsed < Patience)
        {
            var one = Stopwatch.StartNew();
            await ours.Page();
            Of("ours: page of 50", "ms").Add([one.Elapsed.TotalMilliseconds]);
            count++;
        }

        looked += clock.Elapsed;
        Of("ours: processor a page", "ms").Add([(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / count]);
    }

    private Series Of(string name, string unit)
    {
        lock (series)
            return series.TryGetValue(name, out var known) ? known : series[name] = new(unit);
    }
}
