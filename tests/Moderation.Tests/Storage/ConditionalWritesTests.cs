using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Migrations.Sqlite;
using Moderation.Migrations.SqlServer;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Tests.Storage;

/// <summary>Races that SQLite cannot show, read off the SQL of both providers: every conditional write repeats its condition.</summary>
public sealed class ConditionalWritesTests
{
    public static TheoryData<string> Providers { get; } = ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_held_case_is_written_only_while_held(string provider)
    {
        var sql = await Written(provider, (db, clock) =>
            new Claims(db, new Seals(db, new Call()), new Queues(db), new Lanes(db, new Queues(db), new KnownLanes()), new Rulebooks(), clock).EndAt(new(Guid.NewGuid()), new("m"), 3, clock.GetUtcNow(), keep: true, default));

        foreach (var column in new[] { "Id", "Stage", "Holder", "ClaimNumber", "AvailableAt" })
            Assert.Matches($"WHERE .*{column}", sql);
        Assert.Matches("SET .*Version", sql);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_ledger_is_bumped_in_place(string provider)
    {
        var sql = await Written(provider, (db, _) => new Ledgers(db).Take(new AccountId("a")));

        Assert.Matches("^UPDATE .*Ledgers", sql);
        Assert.Matches("Entries.{0,3} = .*Entries.{0,3} \\+", sql);
    }

    [Fact]
    public async Task Who_decides_takes_the_ledger_before_anything_is_written_or_judged()
    {
        var log = new CommandLog();
        var world = new World(log);
        await world.InitializeAsync();
        var claim = await world.Claimed(World.Moderator);
        log.Clear();

        await world.Do(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, 1, "fraud", Finding.Violates, null, "As seen."));

        var writes = log.Commands.Where(x => x.StartsWith("UPDATE", StringComparison.Ordinal) || x.StartsWith("INSERT", StringComparison.Ordinal)).ToArray();
        Assert.Contains("Ledgers", writes[0], StringComparison.Ordinal);
        var next = writes.First(x => !x.Contains("Ledgers", StringComparison.Ordinal));
        Assert.Matches("UPDATE \"Cases\"[^$]*ClaimNumber", next);
        await world.DisposeAsync();

        // The version of the standings is given out as late as can be: only rows that carry it come after.
        var head = Array.FindLastIndex(writes, x => x.Contains("UPDATE \"Heads\"", StringComparison.Ordinal));
        Assert.All(writes[(head + 1)..], x => Assert.Contains("StandingChanges", x, StringComparison.Ordinal));
    }

    private static async Task<string> Written(string provider, Func<ModerationDb, TimeProvider, Task> write)
    {
        var written = new SuppressedWrites();
        var options = new DbContextOptionsBuilder<ModerationDb>();
        DatabaseProvider database = provider is "Sqlite" ? new SqliteDatabase("Data Source=:memory:") : new SqlServerDatabase("Server=never-opened;Database=x");
        database.Use(options);
        options.AddInterceptors(written);
        if (provider is not "Sqlite")
            options.AddInterceptors(new SuppressedOpening());
        await using var db = new ModerationDb((DbContextOptions<ModerationDb>)options.Options);
        await write(db, new TestClock());
        return written.Sql.ReplaceLineEndings(" ");
    }

    private sealed class SuppressedOpening : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class SuppressedWrites : DbCommandInterceptor
    {
        public string Sql { get; private set; } = "";

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Sql = command.CommandText;
            return new(InterceptionResult<int>.SuppressWithResult(1));
        }
    }
}
