using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Moderation.EndToEnd;

/// <summary>A look into a database file from outside.</summary>
internal static class Queue
{
    public static int Waiting(Database database) => Number(database, "SELECT COUNT(*) FROM Cases WHERE Stage = 'Waiting'");

    public static int Number(Database database, string question)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions are written in the tests.
        command.CommandText = question;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
