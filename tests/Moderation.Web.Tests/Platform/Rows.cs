using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Moderation.Web.Tests.Platform;

/// <summary>What is stored, in one string: every table's rows and versions, but for the log and what keeps the host itself going.</summary>
public static class Rows
{
    private static readonly string[] Aside = ["AuditEntries", "AuditBlocks", "JobLeases", "ApiKeys", "EngagementSweeps"];

    public static string Stored(this ApiWorld world)
    {
        using var connection = new SqliteConnection(world.Database);
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Except(Aside))
        {
            var hasVersion = Texts(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE name = 'Version'").Length > 0;
            text.AppendLine(CultureInfo.InvariantCulture, $"{table} {string.Join(' ', Texts(connection, $"SELECT COUNT(*) || ' ' || {(hasVersion ? "COALESCE(SUM(Version), 0)" : "''")} FROM \"{table}\"{(table is "Heads" ? " WHERE Log <> 'audit'" : "")}"))}");
        }

        return text.ToString();
    }

    private static string[] Texts(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only names of our own tables stand in it.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return [.. found];
    }
}

/// <summary>What every refusal has in common.</summary>
public static class Refusals
{
    /// <summary>The call is refused with this status and code, as a problem, and nothing changes.</summary>
    public static async Task<Reply> Refuses(this ApiWorld world, int status, string code, Func<Task<Reply>> call)
    {
        var before = world.Stored();
        var reply = await call();
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
        Assert.Equal("application/problem+json", reply.Message.Content.Headers.ContentType?.MediaType);
        Assert.False(string.IsNullOrWhiteSpace(reply.Text("detail")));
        Assert.DoesNotContain("Exception", reply.Json.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, world.Stored());
        return reply;
    }
}
