using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Moderation.EndToEnd;

/// <summary>A look into a database file from outside.</summary>
internal static class Queue
{
    public static int Waiting(Database database) => Number(database, "SELECT COUNT(*) FROM Cases WHERE Stage = 'Waiting'");

    public static int Number(Database database, string question) => Convert.ToInt32(Ask(database, question), CultureInfo.InvariantCulture);

    public static string Text(Database database, string question) => Convert.ToString(Ask(database, question), CultureInfo.InvariantCulture)!;

    /// <summary>What another did meanwhile.</summary>
    public static void Change(Database database, string command)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False;Default Timeout=30");
        connection.Open();
        using var change = connection.CreateCommand();
#pragma warning disable CA2100 // The commands are written in the tests.
        change.CommandText = command;
#pragma warning restore CA2100
        Assert.True(change.ExecuteNonQuery() > 0, "Nothing was there to change.");
    }

    private static object? Ask(Database database, string question)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions are written in the tests.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
