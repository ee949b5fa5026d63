using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Moderation.Storage;

namespace Moderation.Migrations.Sqlite;

/// <summary>One file, in WAL mode. It has one writer at a time: writers of this process queue here, those of others on the file.</summary>
public sealed class SqliteDatabase(string connection) : DatabaseProvider
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    private readonly string file = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    public override bool WritesOneAtATime => true;

    public override void Use(DbContextOptionsBuilder options)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);

        options.UseSqlite(connection, x => x.MigrationsAssembly(typeof(SqliteDatabase).Assembly))
            .AddInterceptors(WriteAheadLog.Instance);
    }

    public override async ValueTask<IDisposable?> EnterWrite(CancellationToken ct)
    {
        var gate = Gates.GetOrAdd(file, _ => new(1));
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    public override async Task Migrate(DatabaseFacade database, CancellationToken ct)
    {
        await using var alone = await OnlyMigrator(ct);
        if (!(await database.GetPendingMigrationsAsync(ct)).Any())
            return;

        // Nobody else migrates this file now, so a lock that is still there was left by a process that was killed.
        if (await database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct) > 0)
            await database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", ct);

        await database.MigrateAsync(ct);
    }

    protected override bool IsRaceOfProvider(Exception error) => error is SqliteException sqlite
        && (sqlite.SqliteErrorCode is Busy or Locked
            || sqlite.SqliteErrorCode is Constraint && sqlite.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey);

    protected override bool IsUnavailableOfProvider(Exception error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or Full or CannotOpen };

    private async Task<FileStream> OnlyMigrator(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (!ct.IsCancellationRequested)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    /// <summary>Readers do not wait for the writer; what was committed outlives a crash of the process and a loss of power.</summary>
    private sealed class WriteAheadLog : DbConnectionInterceptor
    {
        public static readonly WriteAheadLog Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = PragmasFor(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = PragmasFor(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // Without busy_timeout the driver sleeps 150 ms between tries, which is what people then feel.
        private static DbCommand PragmasFor(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
            return command;
        }
    }
}
