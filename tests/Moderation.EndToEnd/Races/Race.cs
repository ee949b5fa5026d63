using System.Collections.Concurrent;
using System.Net.Http.Json;
using Moderation.Laws;

namespace Moderation.EndToEnd.Races;

/// <summary>Sixty-four people work off a queue while leases end, cases become graver, and nodes are killed.</summary>
internal sealed class Race(Database database, Contest contest)
{
    private readonly ConcurrentQueue<(string Case, long Number)> abandoned = new();

    private RaceHistory History => contest.History;

    private int Decided => Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE CauseId IS NULL");

    public int LostAnswers { get; private set; }

    public async Task Run(int kills)
    {
        var (isOver, started) = (false, DateTime.UtcNow);
        var people = Enumerable.Range(0, Contest.People).Select(x => new Moderator(contest, x, abandoned)).ToArray();
        var work = Task.WhenAll(people.Select(x => Task.Run(() => x.Work(() => Volatile.Read(ref isOver)))));
        var others = new[] { Task.Run(() => EndLeases(() => work.IsCompleted)), Task.Run(RaiseTheAlarm), Task.Run(() => Kill(kills)) };
        while (Queue.Waiting(database) > 0 && !work.IsCompleted)
        {
            Assert.True(DateTime.UtcNow - started < TimeSpan.FromMinutes(30), $"{Queue.Waiting(database)} cases still wait.");
            await Task.Delay(500);
        }

        Volatile.Write(ref isOver, true);
        await work;
        await Task.WhenAll(others);
        LostAnswers = people.Sum(x => x.Lost);
    }

    private async Task EndLeases(Func<bool> isOver)
    {
        while (!isOver())
        {
            await Task.Delay(20);
            while (abandoned.TryDequeue(out var held))
            {
                var start = History.Now;
                var isEnded = contest.Expire(held.Case, held.Number);
                History.Tries.Add(new(RaceAct.Expire, held.Case, held.Number, start, History.Now, isEnded));
            }
        }
    }

    // One in ten is reported again, for something graver.
    private async Task RaiseTheAlarm()
    {
        foreach (var (racer, place) in History.Cases.OrderBy(x => x.Id, StringComparer.Ordinal).Where((_, x) => x % 10 == 7).Select((x, i) => (x, i)))
        {
            var start = History.Now;
            try
            {
                using var answer = await contest.Nodes.For(place).PostAsJsonAsync("/api/v1/reports", new
                {
                    subject = new { kind = "content", id = $"p{racer.Author[1..]}" },
                    reporterId = $"r{place}",
                    guideline = "violence",
                });
                if (!answer.IsSuccessStatusCode && (int)answer.StatusCode != 503)
                    Assert.Fail(await answer.Content.ReadAsStringAsync());
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                await Task.Delay(200);
            }

            var key = contest.KeyOf(racer.Id);
            History.Ranks.Add(new(racer.Id, start, History.Now, key));
            await Task.Delay(15);
        }
    }

    private async Task Kill(int kills)
    {
        for (var i = 0; i < kills; i++)
        {
            while (Decided < contest.Cases * (i + 1) / (kills + 1))
                await Task.Delay(100);
            await contest.Nodes.Kill(i);
        }
    }
}
