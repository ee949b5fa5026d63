using System.Globalization;
using Microsoft.Data.Sqlite;
using Moderation.FactChecks;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.Storage;

/// <summary>That the list of claims stays quick is read off the database's own plans, not off a clock.</summary>
public sealed class ClaimsToCheckPlanTests : IAsyncLifetime
{
    private const int Many = 50_000;

    private static readonly Actor.Staff Checker = new(new("checker"));

    private readonly QueryPlans plans = new();
    private readonly World world;

    public ClaimsToCheckPlanTests() => world = new(plans);

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await using var connection = new SqliteConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number of our own.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many})
            INSERT INTO DoubtedItems (ContentId, AuthorId, State, Harm, Reach, Reports, ReportWeight, Score, Since, AsideHarm, Version)
            SELECT 'made-' || i, 'author-' || (i % 500), CASE i % 3 WHEN 0 THEN 'Answered' ELSE 'Open' END, (i % 997) / 50.0, i, 1, 0.5, 0, 0, 0, 0 FROM n
            """);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task No_page_of_it_goes_through_all_that_waits_or_sorts_it()
    {
        plans.IsOn = true;
        var first = await world.Do(Checker, new ClaimsToCheck());
        Assert.Equal((10_000, true), (first.Count, first.OrMore));
        await world.Do(Checker, new ClaimsToCheck(After: new(7.5, null, new("made-5"))));
        await world.Do(Checker, new ClaimsToCheck(After: new(7.5, new(Guid.NewGuid()), null)));
        plans.IsOn = false;

        var asked = plans.Plans.Where(x => x.Sql.Contains("\"DoubtedItems\"", StringComparison.Ordinal) || x.Sql.Contains("\"FactChecks\"", StringComparison.Ordinal)).ToArray();
        Assert.InRange(asked.Length, 9, 30);
        Assert.All(asked, x => Assert.False(IsSlow(x.Plan), $"{x.Plan}\n\n{x.Sql}"));
        Assert.Contains(asked, x => x.Plan.Contains("IX_DoubtedItems_State_Harm_ContentId (State=? AND Harm<?)", StringComparison.Ordinal));
        Assert.Contains(asked, x => x.Plan.Contains("IX_FactChecks_State_Harm_Id (State=? AND Harm<?)", StringComparison.Ordinal));
    }

    private static bool IsSlow(string plan) => plan.Split('\n').Any(x =>
        x.StartsWith("SCAN ", StringComparison.Ordinal) && !plan.Contains($"CO-ROUTINE {x[5..]}", StringComparison.Ordinal) && !x.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        || x.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
}
