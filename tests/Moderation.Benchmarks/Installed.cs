using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Migrations.Sqlite;
using Moderation.Pipeline;

namespace Moderation.Benchmarks;

/// <summary>The whole product on a database file of its own, as durable as in use.</summary>
internal sealed class Installed : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("moderation-benchmark-").FullName;
    private readonly ServiceProvider services;

    private Installed() => services = new ServiceCollection().AddLogging().AddModeration(new SqliteDatabase(Connection)).BuildServiceProvider();

    private string Connection => $"Data Source={Path.Combine(folder, "moderation.db")};Default Timeout=60";

    public static async Task<Installed> Open()
    {
        var installed = new Installed();
        await installed.services.MigrateModeration();
        await installed.services.OpenModeration();
        return installed;
    }

    /// <summary>Runs what must be accepted.</summary>
    public async Task<T> Do<T>(IUseCase<T> useCase) => (await services.GetRequiredService<IUseCases>().Run(Actor.Product, useCase))
        .Match(x => x, refused => throw new InvalidOperationException($"{useCase.GetType().Name} was refused: {refused.Code}."));

    public long Rows(string table)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are our own.
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
