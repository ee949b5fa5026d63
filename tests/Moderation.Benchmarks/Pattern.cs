using Microsoft.Data.Sqlite;

namespace Moderation.Benchmarks;

/// <summary>Adds rows to a table that are like one that is there, but for some columns; so it knows no more of the schema than those.</summary>
internal sealed class Pattern : IDisposable
{
    private readonly SqliteCommand insert;
    private readonly SqliteParameter[] differing;

    /// <param name="like">Which row is the pattern; null for none: then every other column that must have a value gets an empty one.</param>
    public Pattern(SqliteConnection connection, string table, string? like, params string[] columns)
    {
        using var look = connection.CreateCommand();
#pragma warning disable CA2100 // The names are our own.
        look.CommandText = $"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')";
        var all = new List<(string Name, string Type, bool IsNeeded)>();
        using (var rows = look.ExecuteReader())
            while (rows.Read())
                all.Add((rows.GetString(0), rows.GetString(1), rows.GetBoolean(2)));

        look.CommandText = $"SELECT {string.Join(", ", all.Select(x => $"quote(\"{x.Name}\")"))} FROM \"{table}\" WHERE {like ?? "0"} LIMIT 1";
        var values = all.Select(x => !x.IsNeeded ? "NULL" : x.Type is "TEXT" ? "''" : "0").ToArray();
        using (var row = look.ExecuteReader())
            if (row.Read())
                values = [.. Enumerable.Range(0, all.Count).Select(row.GetString)];

        insert = connection.CreateCommand();
        insert.CommandText = $"""
            INSERT INTO "{table}" ({string.Join(", ", all.Select(x => $"\"{x.Name}\""))})
            VALUES ({string.Join(", ", all.Select((x, i) => columns.Contains(x.Name) ? $"${x.Name}" : values[i]))})
            """;
#pragma warning restore CA2100
        differing = [.. columns.Select(x => insert.Parameters.AddWithValue($"${x}", DBNull.Value))];
        insert.Prepare();
    }

    public void Add(params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            differing[i].Value = values[i];
        insert.ExecuteNonQuery();
    }

    public static List<string> Texts(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this program.
        command.CommandText = question;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
            texts.Add(rows.GetString(0));
        return texts;
    }

    public void Dispose() => insert.Dispose();
}
