using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Migrations.Sqlite;
using Moderation.Pipeline;

namespace Moderation.Benchmarks;

/// <summary>The whole product on a database file of its own, as durable as in use.</summary>
internal sealed class Installed : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool isKept;
    private readonly ServiceProvider services;

    private Installed(string? kept)
    {
        (folder, isKept) = (kept ?? Directory.CreateTempSubdirectory("moderation-benchmark-").FullName, kept is not null);
        services = new ServiceCollection().AddLogging().AddModeration(new SqliteDatabase(Connection))
            .AddScoped<IRequestHandler<DecideMany, Result<Done>>, DecideMany.Handler>().BuildServiceProvider();
    }

    private string Connection => $"Data Source={Path.Combine(folder, "moderation.db")};Default Timeout=60";

    /// <param name="folder">Where <c>moderation.db</c> is, or will be, and stays; null for one that is thrown away.</param>
    public static async Task<Installed> Open(string? folder = null)
    {
        var installed = new Installed(folder);
        await installed.services.MigrateModeration();
        await installed.services.OpenModeration();
        return installed;
    }

    /// <summary>Of the file and its log, in bytes.</summary>
    public long Size => new DirectoryInfo(folder).EnumerateFiles("moderation.db*").Sum(x => x.Length);

    /// <summary>A look behind the door.</summary>
    public IServiceScope Scope() => services.CreateScope();

    public Task<Result<T>> Run<T>(IUseCase<T> useCase, Actor by) => services.GetRequiredService<IUseCases>().Run(by, useCase);

    public async Task<SqliteConnection> Connect()
    {
        var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL";
        await patience.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Runs what must be accepted.</summary>
    public async Task<T> Do<T>(IUseCase<T> useCase, Actor? by = null) => (await Run(useCase, by ?? Actor.Product))
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

    /// <summary>What a detector decided on.</summary>
    public HashSet<string> Decided()
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT SubjectId FROM Decisions WHERE Detector IS NOT NULL";
        using var rows = command.ExecuteReader();
        var decided = new HashSet<string>();
        while (rows.Read())
            decided.Add(rows.GetString(0));
        return decided;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!isKept)
            Directory.Delete(folder, recursive: true);
    }
}
