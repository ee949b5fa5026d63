using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Moderation.Laws;

namespace Moderation.EndToEnd.Races;

/// <summary>A network whose reported posts wait in several languages, and the people who are to decide on them.</summary>
internal sealed class Contest(Database database, Nodes nodes, int cases)
{
    public const int People = 64;

    private static readonly string[] Languages = ["en", "nl", "pt", "de", ""];
    private static readonly string[] Roles = ["moderator"];

    public RaceHistory History { get; } = new();

    public int Cases => cases;

    public Nodes Nodes => nodes;

    /// <summary>Some read one language only, some have an account of their own whose post was reported.</summary>
    public async Task Fill()
    {
        for (var i = 0; i < People; i++)
        {
            var lanes = i % 4 == 0 ? new[] { Languages[i / 4 % 4] } : null;
            var own = i % 8 == 1 ? $"a{i}" : null;
            using var answer = await nodes.For(0).PutAsJsonAsync($"/api/v1/staff/m{i}", new { displayName = $"M{i}", roles = Roles, active = true, languages = lanes, account = own });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            History.People.Add(new($"m{i}", lanes?.ToHashSet(), own));
        }

        foreach (var some in Enumerable.Range(0, cases).Chunk(1000))
        {
            var lines = some.SelectMany(x => new[]
            {
                $$$"""{"account": {"id": "a{{{x}}}", "handle": "a{{{x}}}", "followerCount": {{{x * 37 % 5000}}}}}""",
                $$$"""{"content": {"id": "p{{{x}}}", "authorId": "a{{{x}}}", "kind": "post", "createdAt": "2026-11-01T00:00:00Z", "text": "Offer {{{x}}}.", "language": {{{(Languages[x % 5] is { Length: > 0 } language ? $"\"{language}\"" : "null")}}}}}""",
                $$$"""{"report": {"subject": {"kind": "content", "id": "p{{{x}}}"}, "guideline": "spam"}}""",
            });
            using var content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "application/x-ndjson");
            using var answer = await nodes.For(0).PostAsync("/api/v1/import", content);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        var now = History.Now;
        foreach (var (racer, key) in Read(""))
        {
            History.Cases.Add(racer);
            History.Ranks.Add(new(racer.Id, now, now, key));
        }

        Assert.Equal(cases, History.Cases.Count);
    }

    /// <summary>What a case is ordered by now.</summary>
    public Key KeyOf(string id) => Read(id)[0].Key;

    /// <summary>Leases last a minute, so that in a long race some end by themselves.</summary>
    public void ShortenLeases() => Write(
        "UPDATE RulebookVersions SET Json = replace(Json, '\"claimMinutes\": 15', '\"claimMinutes\": 1'), Digest = 'of-a-short-lease'", _ => { });

    /// <summary>The lease of a claim ends, as if its time had passed; false where it had ended before.</summary>
    public bool Expire(string id, long number) => Write(
        "UPDATE Cases SET AvailableAt = $now, Version = Version + 1 WHERE Id = $id AND ClaimNumber = $number AND Stage = 'Waiting' AND Holder IS NOT NULL AND AvailableAt > $now",
        x => { x.AddWithValue("$id", Convert.FromHexString(id)); x.AddWithValue("$number", number); }) == 1;

    /// <summary>Whatever somebody was given without learning of it comes free again.</summary>
    public void ExpireUnknown(string person)
    {
        var known = History.Claims.Where(x => x.Person == person && x.Case is not null).Select(x => (x.Case!, x.Number)).ToHashSet();
        foreach (var (id, number) in HeldBy(person).Where(x => !known.Contains(x)))
            Expire(id, number);
    }

    private List<(string Id, long Number)> HeldBy(string person)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hex(Id), ClaimNumber FROM Cases WHERE Holder = $person AND Stage = 'Waiting'";
        command.Parameters.AddWithValue("$person", person);
        using var rows = command.ExecuteReader();
        var held = new List<(string, long)>();
        while (rows.Read())
            held.Add((rows.GetString(0), rows.GetInt64(1)));
        return held;
    }

    private List<(Racer Racer, Key Key)> Read(string id)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT hex(c.Id), l.Language, c.AuthorId, c.Priority, c.DueAt FROM Cases c JOIN Lanes l ON l.Id = c.LaneId WHERE $id = x'' OR c.Id = $id
            """;
        command.Parameters.AddWithValue("$id", Convert.FromHexString(id));
        using var rows = command.ExecuteReader();
        var read = new List<(Racer, Key)>();
        while (rows.Read())
            read.Add((new(rows.GetString(0), rows.GetString(1), rows.GetString(2)), new(rows.GetDouble(3), rows.GetInt64(4), rows.GetString(0))));
        return read;
    }

    private int Write(string change, Action<SqliteParameterCollection> bind)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The changes are written above.
        command.CommandText = change;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$now", DateTime.UtcNow.Ticks);
        bind(command.Parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={database.File};Default Timeout=60"));
        connection.Open();
        using var patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL";
        patience.ExecuteNonQuery();
        return connection;
    }
}
