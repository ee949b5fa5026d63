using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Moderation.Tests;

/// <summary>How the database answered what it was asked: each question it got is explained as it comes.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, string Plan)> plans = new();

    public bool IsOn { get; set; }

    public IReadOnlyCollection<(string Sql, string Plan)> Plans => plans;

    public void Clear() => plans.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!IsOn)
            return new(result);

        using var explain = (SqliteCommand)command.Connection!.CreateCommand();
        explain.Transaction = (SqliteTransaction?)command.Transaction;
#pragma warning disable CA2100 // It was about to run anyway.
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        foreach (SqliteParameter one in command.Parameters)
            explain.Parameters.AddWithValue(one.ParameterName, one.Value ?? DBNull.Value);
        using var reader = explain.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        plans.Enqueue((command.CommandText, string.Join('\n', lines)));
        return new(result);
    }
}
