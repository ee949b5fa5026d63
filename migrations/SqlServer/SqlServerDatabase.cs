using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Moderation.Storage;

namespace Moderation.Migrations.SqlServer;

/// <summary>SQL Server with row versioning, so that readers and writers do not wait for each other.</summary>
public sealed class SqlServerDatabase(string connection) : DatabaseProvider
{
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int DataFull = 1105;
    private const int LogFull = 9002;
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;

    // No retry on failure: it does not go together with transactions of our own, and the door retries whole use cases.
    public override void Use(DbContextOptionsBuilder options) =>
        options.UseSqlServer(connection, x => x.MigrationsAssembly(typeof(SqlServerDatabase).Assembly));

    public override async Task Migrate(DatabaseFacade database, CancellationToken ct)
    {
        if ((await database.GetPendingMigrationsAsync(ct)).Any())
            await database.MigrateAsync(ct);

        if (!await database.SqlQuery<bool>(
            $"SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE name = DB_NAME()").SingleAsync(ct))
            throw new InvalidOperationException("The database needs READ_COMMITTED_SNAPSHOT ON.");
    }

    protected override bool IsRaceOfProvider(Exception error) =>
        error is SqlException { Number: Deadlock or LockTimeout or UniqueConstraint or UniqueIndex };

    protected override bool IsUnavailableOfProvider(Exception error) =>
        error is SqlException { Number: LockTimeout or DataFull or LogFull };
}
