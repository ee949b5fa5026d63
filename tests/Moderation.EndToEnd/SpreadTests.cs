using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Moderation.Laws;
using Xunit.Abstractions;

namespace Moderation.EndToEnd;

/// <summary>
/// One rating over many copies of a claim, and its correction, while the host is killed in the middle of both: in the end all copies
/// bear it since one instant and nothing else does, and then everything is told exactly as before.
/// </summary>
public sealed class SpreadTests(ITestOutputHelper output)
{
    private static readonly int Many = Environment.GetEnvironmentVariable("MODERATION_SPREAD") is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture) : 300;

    private static readonly string[] Surfaces = ["feed", "stories", "explore", "reels", "search", "hashtags", "suggestedAccounts", "comments", "profile"];
    private static readonly string[] Named = ["original"];
    private static readonly string[] Copies = [.. Enumerable.Range(0, Many).Select(x => $"copy-{x:00000}")];
    private static readonly string[] Others = [.. Enumerable.Range(0, Math.Max(20, Many / 10)).Select(x => $"other-{x:00000}")];
    private static readonly string[] All = [.. Named, .. Copies, .. Others];

    [Fact]
    public async Task The_cluster_bears_a_rating_together_and_is_afterwards_as_it_was()
    {
        using var database = new Database();
        var host = await RunningHost.Start(database);
        try
        {
            await Fill(host);
            var before = await Seen(host, All);
            var untold = DateTimeOffset.UtcNow;

            var filed = await Ask(host, "/api/v1/fact-checks", new { claimReview = Review, contentIds = Named }, HttpStatusCode.Created);
            (host, var labelling) = await Through(host, database, filed, "SELECT COUNT(*) FROM Decisions", meanwhile: true);
            await BearsIt(host, database);
            var (rated, told) = (await Seen(host, All), DateTimeOffset.UtcNow);
            Assert.Equal(before, await Seen(host, All, untold));

            var corrected = await Ask(host, $"/api/v1/fact-checks/{filed.GetProperty("id").GetString()}/corrections", new { reason = "The bolts were found.", by = "Harbour Checks" }, HttpStatusCode.OK);
            (host, var lifting) = await Through(host, database, corrected, "SELECT COUNT(*) FROM Decisions WHERE OverturnedAt IS NOT NULL");
            Assert.Equal(before, await Seen(host, All));
            Assert.Equal(before, await Seen(host, All, untold));
            Assert.Equal(rated, await Seen(host, All, told));
            Assert.Equal(0, Queue.Number(database, "SELECT COUNT(*) FROM Outcomes WHERE RetractedAt IS NULL"));
            Assert.Equal(0, Queue.Number(database, "SELECT COUNT(*) FROM Clearances"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many} copies: {labelling.TotalMilliseconds / Many:N2} ms each to label, {lifting.TotalMilliseconds / Many:N2} ms to lift, with one kill and one start each"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static object Review => new Dictionary<string, object>
    {
        ["@type"] = "ClaimReview",
        ["url"] = "https://checks.example/bridge",
        ["claimReviewed"] = CopiesOfAClaim.Claim,
        ["author"] = "Harbour Checks",
        ["reviewRating"] = new { alternateName = "False" },
    };

    // Whatever the original bears each copy bears, since the same instant; of the others none does.
    private static async Task BearsIt(RunningHost host, Database database)
    {
        var explore = await Verdicts(host, All, "explore");
        Assert.Contains("\"action\":\"drop\"", explore[0], StringComparison.Ordinal);
        Assert.Contains("fact-check.false", explore[0], StringComparison.Ordinal);
        foreach (var surface in Surfaces)
        {
            var seen = await Verdicts(host, ["late", .. All], surface);
            Assert.Equal([seen[1]], seen[..(Many + 2)].Distinct());
            Assert.Equal(["""{"action":"allow","weight":1,"labels":[],"grounds":[]}"""], seen[(Many + 2)..].Distinct());
        }

        Assert.Equal(Many + 2, Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE OverturnedAt IS NULL"));
        // But for the one that came later, which bears it since it came.
        Assert.Equal(1, Queue.Number(database, "SELECT COUNT(DISTINCT \"From\") FROM Outcomes WHERE SubjectKind = 'Content' AND SubjectId <> 'late'"));
        Assert.Equal(1, Queue.Number(database, "SELECT MIN(o.\"From\" = c.RatedAt) FROM Outcomes o JOIN FactChecks c WHERE o.SubjectKind = 'Content' AND o.SubjectId <> 'late'"));
    }

    // The run goes on by itself on a host that knows nothing but the database.
    private static async Task<(RunningHost Host, TimeSpan Took)> Through(RunningHost host, Database database, JsonElement began, string done, bool meanwhile = false)
    {
        var path = $"/api/v1/runs/{began.GetProperty("run").GetString()}";
        var clock = Stopwatch.StartNew();
        for (var isKilled = false; ;)
        {
            using var client = host.Client();
            var seen = await new Api(client).Get(path);
            var (state, changed) = (seen.GetProperty("state").GetString(), seen.GetProperty("changed").GetInt32());
            if (state is "done")
            {
                Assert.True(isKilled, "The run was over before anybody could kill it.");
                return (host, clock.Elapsed);
            }

            if (!isKilled && changed >= Many / 3)
            {
                // kill -9, somewhere within a chunk.
                await host.DisposeAsync();
                Assert.InRange(Queue.Number(database, done), changed, Many);
                host = await RunningHost.Start(database);
                isKilled = true;
                if (meanwhile)
                    await Late(host);
            }

            await Task.Delay(20);
        }
    }

    private static async Task Late(RunningHost host)
    {
        using var client = host.Client();
        await new Api(client).Put("/api/v1/content/late", new { authorId = "member-late", kind = "post", text = CopiesOfAClaim.Of(CopiesOfAClaim.Claim, 2), createdAt = DateTimeOffset.UtcNow });
    }

    private static async Task<JsonElement> Ask(RunningHost host, string path, object body, HttpStatusCode status)
    {
        using var client = host.Client();
        return await new Api(client).Post(path, body, status);
    }

    /// <summary>Every verdict on every surface, byte for byte.</summary>
    private static async Task<string> Seen(RunningHost host, string[] content, DateTimeOffset? at = null)
    {
        var seen = new List<string>();
        foreach (var surface in Surfaces)
            seen.AddRange(await Verdicts(host, content, surface, at));
        return string.Join('\n', seen);
    }

    private static async Task<string[]> Verdicts(RunningHost host, string[] content, string surface, DateTimeOffset? at = null)
    {
        var seen = new List<string>();
        foreach (var some in content.Chunk(5000))
            seen.AddRange((await Ask(host, "/api/v1/eligibility", new { surface, at, viewer = new { age = 30, country = "NL" }, candidates = some.Select(x => new { content = x, follows = true }) }, HttpStatusCode.OK))
                .GetProperty("verdicts").EnumerateArray().Select(x => x.GetRawText()));
        return [.. seen];
    }

    private static async Task Fill(RunningHost host)
    {
        using var client = host.Client();
        client.Timeout = TimeSpan.FromHours(1);
        using var content = new StringContent(string.Join('\n', Import()), Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/import", content);
        Assert.Equal(0, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("rejected").GetArrayLength());
    }

    private static IEnumerable<string> Import() => new[] { ("original", CopiesOfAClaim.Claim) }
        .Concat(Copies.Select((x, i) => (x, CopiesOfAClaim.Of(CopiesOfAClaim.Claim, i))))
        .Concat(Others.Select((x, i) => (x, CopiesOfAClaim.Unrelated(i, words: 27))))
        .SelectMany((x, i) => new object[]
        {
            new { account = new { id = Author(i), handle = Author(i) } },
            new { content = new { id = x.Item1, authorId = Author(i), kind = "post", text = x.Item2, createdAt = DateTimeOffset.UtcNow } },
        }).Select(x => JsonSerializer.Serialize(x));

    // Three of each author's, so that a chunk is about fewer people than posts.
    private static string Author(int number) => $"member-{number / 3:00000}";
}
