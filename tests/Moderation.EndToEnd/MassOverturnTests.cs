using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace Moderation.EndToEnd;

/// <summary>
/// A bad rule decided on many people; all of it is taken back while the host is killed again and again. Afterwards everything
/// is as on a network where the rule never ran.
/// </summary>
public sealed class MassOverturnTests(ITestOutputHelper output)
{
    private static readonly int Wrong = Environment.GetEnvironmentVariable("MODERATION_MASS") is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture) : 300;

    // Where there are very many, another program fills the two databases beforehand: see tests/Moderation.Benchmarks.
    private static readonly string? Filled = Environment.GetEnvironmentVariable("MODERATION_MASS_FILLED");

    private const int Kills = 2;
    private const int Each = 3;
    private static readonly string[] Surfaces = ["feed", "stories", "explore", "reels", "search", "profile"];

    // What stands of decisions: not when, for the two networks do not decide at the same instant.
    private const string Standing = """
        SELECT group_concat(Line, char(10)) FROM (
            SELECT o.SubjectKind || ' ' || o.SubjectId || ' ' || o.Kind || ' ' || o.Ground || ' ' || o.Features || ' ' || o.StrikeWeight || ' ' || COUNT(*) AS Line
            FROM Outcomes o WHERE o.RetractedAt IS NULL
            GROUP BY o.SubjectKind, o.SubjectId, o.Kind, o.Ground, o.Features, o.StrikeWeight ORDER BY 1)
        """;

    private const string Derived = """
        SELECT group_concat(Line, char(10)) FROM (
            SELECT AuthorId || ' ' || Guideline || ' ' || coalesce(LadderStrikes, '-') || ' ' || SubjectId AS Line
            FROM Decisions WHERE OverturnedAt IS NULL AND SupersededAt IS NULL ORDER BY 1)
        """;

    [Fact]
    public async Task Afterwards_the_rule_never_ran()
    {
        using var repaired = new Database();
        using var never = new Database();
        await Prepare(never, withBadRule: false);
        await Prepare(repaired, withBadRule: true);

        var (took, changed) = await TakeBack(repaired);
        Assert.Equal(Wrong, changed);
        output.WriteLine($"{changed} decisions taken back in {took.TotalSeconds:N1} s, {took.TotalMilliseconds / changed:N2} ms each, {Kills} kills among them");

        Assert.Equal(Lines(never, Standing), Lines(repaired, Standing));
        Assert.Equal(Lines(never, Derived), Lines(repaired, Derived));
        Assert.Equal(Wrong, Queue.Number(repaired, "SELECT COUNT(*) FROM Clearances"));
        Assert.Equal(0, Queue.Number(repaired, "SELECT COUNT(*) FROM (SELECT AccountId FROM Notices WHERE Kind = 'Overturned' GROUP BY AccountId HAVING COUNT(*) <> 1)"));
        Assert.Equal((Wrong + Each - 1) / Each, Queue.Number(repaired, "SELECT COUNT(DISTINCT AccountId) FROM Notices WHERE Kind = 'Overturned'"));

        await using var one = await RunningHost.Start(never);
        await using var other = await RunningHost.Start(repaired);
        Assert.Equal(await Seen(one), await Seen(other));
    }

    private static async Task Prepare(Database database, bool withBadRule)
    {
        if (Filled is { Length: > 0 })
        {
            File.Copy(Path.Combine(Filled, withBadRule ? "repaired" : "never", "moderation.db"), database.File);
            return;
        }

        await using var host = await RunningHost.Start(database);
        await Fill(host, withBadRule);
    }

    private static async Task<(TimeSpan Took, int Changed)> TakeBack(Database database)
    {
        var host = await RunningHost.Start(database);
        string path;
        using (var client = host.Client())
        {
            var run = await new Api(client).Post("/api/v1/decisions/overturn-where", new
            {
                detector = "bad-rule",
                from = DateTimeOffset.UtcNow.AddDays(-1),
                until = DateTimeOffset.UtcNow,
                preview = false,
                reason = "It was wrong.",
                by = "trust team",
            }, HttpStatusCode.Accepted);
            path = $"/api/v1/runs/{run.GetProperty("run").GetProperty("id").GetString()}";
        }

        var clock = Stopwatch.StartNew();
        for (var kills = 0; ;)
        {
            using var client = host.Client();
            var seen = await new Api(client).Get(path);
            var changed = seen.GetProperty("changed").GetInt32();
            if (seen.GetProperty("state").GetString() is "done")
            {
                await host.DisposeAsync();
                return (clock.Elapsed, changed);
            }

            if (kills < Kills && changed >= Wrong / (Kills + 2) * (kills + 1))
            {
                // kill -9, somewhere within a chunk.
                await host.DisposeAsync();
                Assert.InRange(Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE OverturnedAt IS NOT NULL"), changed, Wrong - 1);
                host = await RunningHost.Start(database);
                kills++;
            }

            await Task.Delay(50);
        }
    }

    private static async Task Fill(RunningHost host, bool withBadRule)
    {
        using var client = host.Client();
        client.Timeout = TimeSpan.FromHours(1);
        using var content = new StringContent(string.Join('\n', Import()), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.True(answer.IsSuccessStatusCode);
        for (var i = 0; i < Wrong; i++)
        {
            // Right ones come before and after wrong ones, so that every step of the ladder has to be derived anew.
            if (i % 4 == 1)
                await Decide(client, $"right-{i}", "good-rule");
            if (withBadRule)
                await Decide(client, $"wrong-{i}", "bad-rule");
        }
    }

    private static IEnumerable<string> Import() => Enumerable.Range(0, Wrong).SelectMany(i => new object[]
    {
        new { account = new { id = Author(i), handle = Author(i) } },
        new { content = new { id = $"wrong-{i}", authorId = Author(i), kind = "post", text = $"Send {i}, get 2.", createdAt = DateTimeOffset.UtcNow } },
        new { content = new { id = $"right-{i}", authorId = Author(i), kind = "post", text = $"Pay {i} first.", createdAt = DateTimeOffset.UtcNow } },
    }).Select(x => JsonSerializer.Serialize(x));

    private static async Task Decide(HttpClient client, string content, string detector)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/decisions", new
        {
            subject = new { kind = "content", id = content },
            guideline = "fraud",
            finding = "violates",
            rationale = "A machine said so.",
            automation = "full",
            detector,
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Every verdict on every surface, and of some people what they are told and may do.</summary>
    private static async Task<string> Seen(RunningHost host)
    {
        using var client = host.Client();
        var api = new Api(client);
        var seen = new List<string>();
        foreach (var surface in Surfaces)
            foreach (var some in Enumerable.Range(0, Wrong).SelectMany(i => new[] { $"wrong-{i}", $"right-{i}" }).Chunk(5000))
                seen.Add((await api.Post("/api/v1/eligibility", new { surface, viewer = new { age = 30 }, candidates = some.Select(x => new { content = x }) })).GetProperty("verdicts").GetRawText());

        foreach (var account in Enumerable.Range(0, Wrong).Select(Author).Distinct().Where((_, i) => i % Math.Max(1, Wrong / 1500) == 0))
        {
            var status = await api.Get($"/api/v1/accounts/{account}/status");
            seen.Add($"{account} {status.GetProperty("inGoodStanding")} {status.GetProperty("strikes").GetArrayLength()} "
                + string.Join(',', (await api.Get($"/api/v1/accounts/{account}/permissions")).EnumerateObject().Where(x => !x.Value.GetProperty("allowed").GetBoolean()).Select(x => x.Name))
                + string.Join(',', status.GetProperty("accountOutcomes").EnumerateArray().Select(x => $"{x.GetProperty("kind")} {(x.TryGetProperty("features", out var features) ? features.GetRawText() : "")}").Order()));
        }

        return string.Join('\n', seen);
    }

    private static string[] Lines(Database database, string question) => Queue.Text(database, question).Split('\n');

    private static string Author(int number) => $"member-{number / Each:00000}";
}
