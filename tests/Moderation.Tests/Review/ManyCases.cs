using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Moderation.Tests.Review;

/// <summary>Cases by the hundred thousand, written into the tables directly: made up by the database from their number.</summary>
internal static class ManyCases
{
    /// <summary>So many languages, in a lane each.</summary>
    public const int Lanes = 6;

    /// <param name="rare">One in so many is under a guideline of its own and from a legal notice.</param>
    public static void Make(string connectionString, int count, DateTimeOffset now, int rare = 50_000)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var columns = Columns(connection);
        Do(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Lanes})
            INSERT INTO Lanes (Id, Queue, Language, Skill, Version) SELECT 100 + i, CASE i WHEN 1 THEN 'escalated' ELSE 'unrouted' END, 'l' || i, '', 0 FROM n
            """));
        var values = new Dictionary<string, string>
        {
            ["Id"] = "unhex(printf('%032X', i))",
            ["Code"] = "printf('%06X', i % 16777216)",
            ["SubjectKind"] = "'Content'",
            ["SubjectId"] = "'made-' || i",
            ["AuthorId"] = "'author-' || (i % 5000)",
            ["ContentKind"] = "CASE i % 3 WHEN 0 THEN 'Post' WHEN 1 THEN 'Comment' ELSE CASE WHEN i % 2 THEN 'Reel' END END",
            ["Language"] = $"'l' || (1 + i % {Lanes})",
            ["LaneId"] = $"101 + i % {Lanes}",
            ["Stage"] = "'Waiting'",
            ["IsEscalated"] = $"i % {Lanes} = 0",
            ["Severity"] = "CASE i % 4 WHEN 0 THEN 'Low' WHEN 1 THEN 'Medium' WHEN 2 THEN 'High' ELSE 'Severe' END",
            ["Priority"] = "((i * 7919) % 1000) / 10.0",
            ["DueAt"] = $"{now.UtcTicks} + ((i * 104729) % 9999 - 10) * {TimeSpan.TicksPerHour}",
            ["AvailableAt"] = $"{now.UtcTicks} + CASE WHEN i % 2 = 0 THEN {TimeSpan.TicksPerHour} ELSE 0 END",
            ["OpenedAt"] = $"{now.UtcTicks} - ((i * 611953) % 99991) * {TimeSpan.TicksPerSecond}",
            ["Guidelines"] = "'[]'",
            ["LeadGuideline"] = $"CASE WHEN i % {rare} = 0 THEN 'human-exploitation' WHEN i % 5 = 0 THEN NULL WHEN i % 7 = 0 THEN 'spam.' || 'repetitive' ELSE 'spam' END",
            ["Sources"] = $"CASE WHEN i % {rare} = 0 THEN 4 ELSE 1 END",
            ["Holder"] = "CASE WHEN i % 503 = 0 THEN 'osprey' WHEN i % 211 = 0 THEN 'plover' END",
            ["SnoozedUntil"] = $"CASE WHEN i % 311 = 0 THEN {now.AddDays(1).UtcTicks} END",
        };
        var made = columns.Where(x => !x.CanBeNull || values.ContainsKey(x.Name)).ToArray();
        Do(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            INSERT INTO Cases ({string.Join(", ", made.Select(x => $"\"{x.Name}\""))})
            SELECT {string.Join(", ", made.Select(x => values.GetValueOrDefault(x.Name, x.IsText ? "''" : "0")))} FROM n
            """));
    }

    private static List<(string Name, bool CanBeNull, bool IsText)> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, \"notnull\", type FROM pragma_table_info('Cases')";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, bool, bool)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), reader.GetInt64(1) == 0, reader.GetString(2) == "TEXT"));
        return columns;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The words are our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
