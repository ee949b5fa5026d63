using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Laws;

namespace Moderation.EndToEnd.Races;

/// <summary>Somebody who works through the queue over the API, as people do: gives back, forgets to answer, comes too late.</summary>
internal sealed class Moderator(Contest contest, int number, ConcurrentQueue<(string Case, long Number)> abandoned)
{
    private readonly string name = $"m{number}";
    private readonly List<(string Case, long Number)> left = [];
#pragma warning disable CA5394 // The same course of each, every time.
    private readonly Random chance = new(number);

    public int Lost { get; private set; }

    private RaceHistory History => contest.History;

    /// <summary>Until nothing is left for anybody.</summary>
    public async Task Work(Func<bool> isOver)
    {
        while (!isOver())
        {
            await TryLate();
            if (await Next() is not { } claim)
            {
                await Task.Delay(chance.Next(20, 200));
                continue;
            }

            await Treat(claim.Case, claim.Number);
        }

        foreach (var late in left)
            await Try(RaceAct.Decide, late.Case, late.Number);
    }

    private async Task Treat(string id, long claim)
    {
        var mood = claim < 4 ? chance.Next(100) : 99;
        if (mood < 8)
        {
            // Gone without a word; comes back when it is too late.
            left.Add((id, claim));
            abandoned.Enqueue((id, claim));
            return;
        }

        if (mood < 20)
        {
            await Try(RaceAct.Release, id, claim);
            if (mood < 14)
                await Try(RaceAct.Decide, id, claim);
            return;
        }

        // While they look, their time may run out.
        if (mood < 24)
            abandoned.Enqueue((id, claim));
        if (mood < 34)
            await Try(RaceAct.Renew, id, claim);
        if (mood < 44)
            await Try(RaceAct.Decide, id, claim - 1);
        await Try(RaceAct.Decide, id, claim);
    }

    private async Task TryLate()
    {
        if (left.Count == 0 || chance.Next(4) != 0)
            return;

        var (id, claim) = left[0];
        left.RemoveAt(0);
        await Try(RaceAct.Decide, id, claim);
    }
#pragma warning restore CA5394

    private async Task<(string Case, long Number)?> Next()
    {
        var start = History.Now;
        try
        {
            using var answer = await contest.Nodes.For(number).PostAsJsonAsync("/api/v1/review/claims", new { reviewer = name });
            if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable)
                return null;
            if (answer.StatusCode is HttpStatusCode.NoContent)
            {
                History.Claims.Add(new(name, start, History.Now, null, 0, 0));
                return null;
            }

            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            var claim = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var (id, given) = (claim.GetProperty("caseId").GetGuid().ToString("N").ToUpperInvariant(), claim.GetProperty("claimNumber").GetInt64());
            History.Claims.Add(new(name, start, History.Now, id, given, claim.GetProperty("leaseUntil").GetDateTimeOffset().UtcTicks));
            return (id, given);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            Lost++;
            await Task.Delay(500);
            contest.ExpireUnknown(name);
            return null;
        }
    }

    private async Task Try(RaceAct act, string id, long claim)
    {
        // What got no answer is sent again under its key: it has one effect, and is answered alike.
        var (start, key) = (History.Now, Guid.NewGuid().ToString());
        while (true)
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/review/cases/{Guid.ParseExact(id, "N")}/{Words(act)}")
                {
                    Content = JsonContent.Create(new { reviewer = name, claimNumber = claim, revision = 1, guideline = "spam", finding = "violates", rationale = "Seen before." }),
                    Headers = { { "Idempotency-Key", key } },
                };
                using var answer = await contest.Nodes.For(number).SendAsync(request);
                if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
                    continue;

                Assert.True(answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Conflict, $"{act}: {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                var until = answer.IsSuccessStatusCode && act is RaceAct.Renew
                    ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("leaseUntil").GetDateTimeOffset().UtcTicks
                    : 0;
                History.Tries.Add(new(act, id, claim, start, History.Now, answer.IsSuccessStatusCode, until));
                return;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                Lost++;
                await Task.Delay(500);
            }
    }

    private static string Words(RaceAct act) => act switch
    {
        RaceAct.Decide => "decide",
        RaceAct.Release => "release",
        _ => "renew",
    };
}
