using Microsoft.Data.Sqlite;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Benchmarks;

/// <summary>
/// Fills the real tables in bulk: a pattern row of each is made through the door, then copied with what differs. Indexes are taken
/// away and built again after. Only cases that will be looked at get their item and its author.
/// </summary>
internal static class CaseFill
{
    public static string ContentOf(string id) => $"p-{id}";

    public static async Task Fill(Installed product, int from, int until, IReadOnlyCollection<MadeCase> front)
    {
        if (from == 0)
            await MakePattern(product);
        SqliteConnection.ClearAllPools();
        await using var connection = await product.Connect();
        Do(connection, "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN");
        if (from == 0)
            AddLanes(connection);
        var indexes = Pattern.Texts(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Cases' AND sql IS NOT NULL");
        if (until - from > from)
            foreach (var name in Pattern.Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Cases' AND sql IS NOT NULL"))
                Do(connection, $"DROP INDEX \"{name}\"");
        AddCases(connection, from, until);
        AddContent(connection, front);
        if (until - from > from)
            foreach (var index in indexes)
                Do(connection, index);
        Do(connection, "COMMIT; PRAGMA journal_mode = WAL");
        await connection.CloseAsync();
        SqliteConnection.ClearAllPools();
    }

    private static async Task MakePattern(Installed product)
    {
        await product.Do(new Accounts.PutAccount(new("pattern"), "pattern", FollowerCount: 10));
        await product.Do(new PutContent(new("pattern"), new("pattern"), ContentKind.Post, DateTimeOffset.UtcNow, Text: "Send 1, get 2."));
        await product.Do(new FileReport(new(SubjectKind.Content, "pattern"), new AccountId("reporter"), "spam"));
    }

    private static void AddLanes(SqliteConnection connection)
    {
        using var lanes = new Pattern(connection, "Lanes", "1", "Id", "Queue", "Language");
        using var queues = new Pattern(connection, "Queues", null, "Code", "Title", "Place", "Rules", "Members", "HiddenOutcomes", "IsActive");
        for (var queue = 0; queue < MadeCase.Queues; queue++)
        {
            queues.Add($"queue-{queue:00}", $"Queue {queue}", queue, "[]", "[]", "[]", 1);
            lanes.Add(1000 + (queue * 2), $"queue-{queue:00}", "");
            lanes.Add(1001 + (queue * 2), $"queue-{queue:00}", "nl");
        }
    }

    private static void AddCases(SqliteConnection connection, int from, int until)
    {
        using var cases = new Pattern(
            connection, "Cases", "SubjectId = 'pattern'",
            "Stage", "Id", "Code", "SubjectId", "AuthorId", "LaneId", "Priority", "Reports", "Reach", "OpenedAt", "DueAt", "AvailableAt");
        for (var i = from; i < until; i++)
        {
            var made = MadeCase.Of(i);
            var (id, name, opened) = (made.Id, made.Name, made.OpenedAt.UtcTicks);
            cases.Add("Waiting", id, name[^6..], ContentOf(name), $"a{i}", 1000 + made.Lane, made.Priority, made.Reports, made.Reach, opened, made.DueAt.UtcTicks, opened);
        }

        // The pattern itself must never be handed out.
        Do(connection, "UPDATE Cases SET Stage = 'Void', Code = 'PATTER' WHERE SubjectId = 'pattern'");
    }

    private static void AddContent(SqliteConnection connection, IReadOnlyCollection<MadeCase> front)
    {
        var known = Pattern.Texts(connection, "SELECT Id FROM Content").ToHashSet();
        using var accounts = new Pattern(connection, "Accounts", "Id = 'pattern'", "Id", "Handle");
        using var items = new Pattern(connection, "Content", "Id = 'pattern'", "Id", "AuthorId");
        using var revisions = new Pattern(connection, "ContentRevisions", "ContentId = 'pattern'", "ContentId");
        using var bars = new Pattern(connection, "CaseBars", "Account = 'pattern'", "CaseId", "Account");
        foreach (var made in front.Where(x => !known.Contains(ContentOf(x.Name))))
        {
            accounts.Add($"a{made.Number}", $"handle{made.Number}");
            items.Add(ContentOf(made.Name), $"a{made.Number}");
            revisions.Add(ContentOf(made.Name));
            bars.Add(made.Id, $"a{made.Number}");
        }
    }

    private static void Do(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, or read from the schema.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
