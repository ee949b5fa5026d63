using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Moderation.Content;
using Moderation.Migrations.SqlServer;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Tests.Storage;

/// <summary>How the database finds the next case, read off its own plan: at five million cases another one takes seconds.</summary>
public sealed partial class ClaimPlanTests : IAsyncLifetime
{
    private const string Order = "IX_Cases_LaneId_Stage_Priority_DueAt_Id";

    private static readonly string[] Languages = ["nl", "en", "pt", "de"];

    private readonly CommandLog log = new();
    private readonly World world;

    public ClaimPlanTests() => world = new(log);

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        await world.Do(World.Product, new PutStaff(
            World.Moderator.Id, "Kestrel", null, [Role.Moderator], null, null, Active: true, Account: new AccountId("own")));
        for (var i = 0; i < 48; i++)
        {
            await world.Do(World.Platform, new PutContent(
                new($"post-{i}"), World.Author, ContentKind.Post, world.Clock.GetUtcNow(), Text: "Send 1, get 2.", Language: Languages[i % Languages.Length]));
            await world.Do(World.Platform, new FileReport(new(SubjectKind.Content, $"post-{i}"), null, "spam"));
        }
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_case_is_found_by_one_seek_a_lane(bool isTakenForSmall)
    {
        // What was counted while there were few stays on record when there are millions.
        if (isTakenForSmall)
            world.Read(db => db.Database.ExecuteSql($"ANALYZE"));
        log.Clear();
        await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));

        var plan = PlanOf(Assert.Single(log.Commands, x => x.Contains("\"Cases\"", StringComparison.Ordinal) && x.StartsWith("SELECT", StringComparison.Ordinal) && !x.Contains("AssignedTo\" = ", StringComparison.Ordinal)));
        Assert.EndsWith($"{Order} (LaneId=? AND Stage=?)", Assert.Single(plan, x => x.Contains(Order, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(plan, x => x.Contains("sqlite_autoindex_Cases_1 (Id=?)", StringComparison.Ordinal));
        Assert.Single(plan, x => x.Contains("sqlite_autoindex_CaseBars_1 (CaseId=? AND Account=?)", StringComparison.Ordinal));
        // Lanes are few, and so are their heads, which are put in order at the very end.
        Assert.DoesNotContain(plan, x => x.StartsWith("SCAN", StringComparison.Ordinal) && !x.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && x is not "SCAN l");
        Assert.Equal(plan.Length - 1, Array.FindIndex(plan, x => x.Contains("TEMP B-TREE", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_kept_for_somebody_is_found_among_what_is_kept_for_them(bool isTakenForSmall)
    {
        if (isTakenForSmall)
            world.Read(db => db.Database.ExecuteSql($"ANALYZE"));
        log.Clear();
        await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));

        var plan = PlanOf(Assert.Single(log.Commands, x => x.StartsWith("SELECT", StringComparison.Ordinal) && x.Contains("AssignedTo\" = ", StringComparison.Ordinal)));
        Assert.StartsWith("SEARCH c USING INDEX IX_Cases_AssignedTo", plan[0], StringComparison.Ordinal);
        Assert.DoesNotContain(plan, x => x.StartsWith("SCAN", StringComparison.Ordinal) && !x.Contains("VIRTUAL TABLE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_server_too_it_is_one_statement_that_seeks_in_each_lane()
    {
        var questions = new SuppressedQuestions();
        var options = new DbContextOptionsBuilder<ModerationDb>();
        new SqlServerDatabase("Server=never-opened;Database=x").Use(options);
        options.AddInterceptors(questions, new SuppressedOpening());
        await using var db = new ModerationDb((DbContextOptions<ModerationDb>)options.Options);
        await new Claims(db, new Seals(db, new Call()), new Queues(db), new Lanes(db, new Queues(db), new KnownLanes()), new(), world.Clock).HeadOf([1, 2, 3], world.Read(x => x.Staff.Single(s => s.Id == World.Moderator.Id)), default);

        var sql = Assert.Single(questions.Asked, x => x.Contains("TOP(1)", StringComparison.Ordinal) && x.Contains("[Lanes]", StringComparison.Ordinal)).ReplaceLineEndings(" ");
        Assert.Matches(@"OPENJSON\(@lanes\)", sql);
        Assert.Matches(@"\[Id\] = \(\s*SELECT TOP\(1\) .*\[LaneId\] = \[l\].*ORDER BY \[\w+\]\.\[Priority\] DESC, \[\w+\]\.\[DueAt\], \[\w+\]\.\[Id\]\)", sql);
        Assert.DoesNotContain("ROW_NUMBER", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lane_that_opened_since_is_claimed_from()
    {
        await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        await world.Do(World.Platform, new PutContent(new("grave"), World.Author, ContentKind.Post, world.Clock.GetUtcNow(), Text: "…", Language: "fy"));
        var grave = await world.Do(World.Platform, new FileReport(new(SubjectKind.Content, "grave"), null, "violence"));

        Assert.Equal(grave.CaseId, (await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id))).CaseId);
    }

    [GeneratedRegex("@\\w+")]
    private static partial Regex Names();

    private string[] PlanOf(string sql)
    {
        using var connection = new SqliteConnection(world.ConnectionString);
        connection.Open();
        using var explain = connection.CreateCommand();
#pragma warning disable CA2100 // It is what the product asked a moment ago.
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
        foreach (var name in Names().Matches(sql).Select(x => x.Value).Distinct())
            explain.Parameters.AddWithValue(name, name is "@lanes" ? "[1,2]" : 1);
        using var rows = explain.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
            plan.Add(rows.GetString(3));
        return [.. plan];
    }

    private sealed class SuppressedOpening : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class SuppressedQuestions : DbCommandInterceptor
    {
        public List<string> Asked { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Add(command.CommandText);
            using var nothing = new DataTable();
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
        }
    }
}
