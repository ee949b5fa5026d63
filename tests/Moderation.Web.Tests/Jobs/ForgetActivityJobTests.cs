using Microsoft.Data.Sqlite;
using Moderation.Activity;
using Moderation.Pipeline;
using Moderation.Web.Jobs;

namespace Moderation.Web.Tests.Jobs;

public sealed class ForgetActivityJobTests : JobContext
{
    // As many chunks as it takes, and a part of one.
    private const int Old = 2 * ForgetActivity.Chunk + 500;

    [Fact]
    public async Task It_forgets_all_that_is_too_old_and_nothing_else()
    {
        await Tell();
        var door = new WatchedDoor(UseCases);
        await Run(new ForgetActivityJob(door, Life));

        Assert.Equal(1, Kept());
        Assert.Equal(3, door.Asked.OfType<ForgetActivity>().Count());
    }

    [Fact]
    public async Task Cancelled_it_stops_between_two_chunks()
    {
        await Tell();
        using var cancelled = new CancellationTokenSource();
        var job = new ForgetActivityJob(new WatchedDoor(UseCases, after: (asked, _) => asked is ForgetActivity ? cancelled.CancelAsync() : Task.CompletedTask), Life);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(job, cancelled.Token));
        Assert.Equal(1 + Old - ForgetActivity.Chunk, Kept());

        await Run(new ForgetActivityJob(UseCases, Life));
        Assert.Equal(1, Kept());
    }

    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_all_of_it()
    {
        await Tell();
        using var stopping = new Stopping();
        await Run(new ForgetActivityJob(new WatchedDoor(UseCases, after: (asked, _) => asked is ForgetActivity ? stopping.Stop() : Task.CompletedTask), stopping));
        Assert.Equal(1 + Old - ForgetActivity.Chunk, Kept());
    }

    [Fact]
    public async Task Killed_it_goes_on_where_it_was()
    {
        await Tell();
        var job = new ForgetActivityJob(new WatchedDoor(UseCases, after: (asked, _) => asked is ForgetActivity ? throw new KilledException() : Task.CompletedTask), Life);
        await Assert.ThrowsAsync<KilledException>(() => Run(job));
        Assert.Equal(1 + Old - ForgetActivity.Chunk, Kept());

        await Run(new ForgetActivityJob(UseCases, Life));
        Assert.Equal(1, Kept());
    }

    [Fact]
    public async Task While_another_node_is_at_it_it_does_nothing()
    {
        await Tell();
        await TakeOver("forget-activity");
        await Run(new ForgetActivityJob(UseCases, Life));
        Assert.Equal(1 + Old, Kept());

        Host.Clock.Pass(TakeJobLease.UsualTerm);
        var door = new WatchedDoor(UseCases, after: (asked, _) => asked is ForgetActivity ? TakeOver("forget-activity") : Task.CompletedTask);
        await Run(new ForgetActivityJob(door, Life));
        Assert.Equal(1 + Old - ForgetActivity.Chunk, Kept());
    }

    private async Task Tell()
    {
        var yesterday = Now.AddDays(-1);
        foreach (var some in Enumerable.Range(0, Old).Chunk(1000))
            await Do(Actor.Product, new TellInteractions([.. some.Select(x => new InteractionTold(new("viewer"), new($"post-{x}"), InteractionKind.View, yesterday.AddMilliseconds(-x)))]));
        Host.Clock.Pass(TimeSpan.FromDays(90));
        await Do(Actor.Product, new TellInteractions([new(new("viewer"), new("post-0"), InteractionKind.Like, Now)]));
    }

    private long Kept()
    {
        using var connection = new SqliteConnection(Host.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Interactions";
        return (long)command.ExecuteScalar()!;
    }
}
