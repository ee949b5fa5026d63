using System.Diagnostics;
using Moderation.Laws;

namespace Moderation.Benchmarks;

/// <summary>How people work on a queue: claim; then decide, give back, or leave it until the lease ends; one case in ten becomes more urgent.</summary>
internal sealed class QueueWork(IQueueContender queue, IReadOnlyList<MadeCase> front, int seed)
{
#pragma warning disable CA5394 // The same work for everybody.
    private readonly Random chance = new(seed);

    /// <summary>In milliseconds.</summary>
    public List<double> Claims { get; } = [];

    /// <summary>A decision and the claim after it, as submit-and-next is; in milliseconds.</summary>
    public List<double> SubmitAndNext { get; } = [];

    public RaceHistory? History { get; init; }

    /// <summary>Claims and ends so many, one after the other; answers how many were claimed.</summary>
    public async Task<int> Run(int person, int times)
    {
        var submitted = -1.0;
        for (var i = 0; i < times; i++)
        {
            if (i % 10 == 9)
                await Raise();
            var (held, took) = await Claim(person);
            if (held is null)
                return i;

            if (submitted >= 0)
                SubmitAndNext.Add(submitted + took);
            submitted = -1;
            var clock = Stopwatch.StartNew();
            switch (chance.Next(100))
            {
                case < 60:
                    await Try(RaceAct.Decide, held, queue.Decide);
                    submitted = clock.Elapsed.TotalMilliseconds;
                    break;
                case < 85:
                    await Return(held);
                    break;
                default:
                    await Try(RaceAct.Expire, held, queue.Expire);
                    break;
            }
        }

        return times;
    }

    public async Task<(Held? Held, double Took)> Claim(int person)
    {
        var (clock, start) = (Stopwatch.StartNew(), History?.Now ?? 0);
        var held = await queue.Claim(person);
        var took = clock.Elapsed.TotalMilliseconds;
        Claims.Add(took);
        History?.Claims.Add(new($"m{person}", start, History.Now, held?.Id, held?.Number ?? 0, held?.LeaseEnd ?? 0));
        return (held, took);
    }

    public Task Return(Held held) => Try(RaceAct.Release, held, queue.Return);

    private async Task Raise()
    {
        var raised = front[chance.Next(front.Count)].Name;
        var start = History?.Now ?? 0;
        await queue.Raise(raised);
        if (History is null || queue is not OurQueue ours)
            return;

        if (await ours.Rank(raised) is var (priority, due))
            History.Ranks.Add(new(raised, start, History.Now, new(priority, due, raised)));
    }
#pragma warning restore CA5394

    private async Task Try(RaceAct act, Held held, Func<Held, Task> how)
    {
        var start = History?.Now ?? 0;
        await how(held);
        History?.Tries.Add(new(act, held.Id, held.Number, start, History.Now, true));
    }
}
