using Microsoft.EntityFrameworkCore;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Migrations.Sqlite;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Pipeline;

public sealed class DoorTests : InAWorld
{
    private readonly Script script = new();

    [Fact]
    public async Task News_goes_round_in_waves_and_each_sees_what_the_one_before_wrote()
    {
        Assert.False((await Run()).IsRefused);
        Assert.Equal(["first 1", "first 2", "second 1", "second 2"], script.Log);
        Assert.Single(world.Read(db => db.Accounts.ToList()));
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_and_the_next_command_goes_through()
    {
        script.InHandler = () => throw new InvalidDataException("A bug.");
        await LeavesNothing<InvalidDataException>();

        script.InHandler = () => Task.CompletedTask;
        Assert.False((await Run()).IsRefused);
    }

    [Fact]
    public async Task So_does_one_that_throws_when_the_news_goes_round()
    {
        script.OnFirst = () => throw new InvalidDataException("A bug.");
        await LeavesNothing<InvalidDataException>();
    }

    [Fact]
    public async Task News_that_never_ends_is_a_bug_and_leaves_nothing()
    {
        script.NeverEnds = true;
        await LeavesNothing<InvalidOperationException>();
    }

    [Fact]
    public async Task Who_is_cancelled_before_the_first_write_changed_nothing()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        await LeavesNothing<OperationCanceledException>(caller.Token);
    }

    [Fact]
    public async Task Who_is_cancelled_after_the_first_write_has_it_done()
    {
        using var caller = new CancellationTokenSource();
        script.OnFirst = () => caller.CancelAsync();

        Assert.False((await Run(caller.Token)).IsRefused);
        Assert.Equal(4, script.Log.Count);
        Assert.Single(world.Read(db => db.Accounts.ToList()));
        Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(Try)).ToList()));
    }

    [Fact]
    public async Task A_lost_race_is_run_again_from_the_start()
    {
        var lost = 0;
        script.OnFirst = () => ++lost <= 2 ? throw new DbUpdateConcurrencyException("Somebody was quicker.") : Task.CompletedTask;

        Assert.False((await Run()).IsRefused);
        Assert.Single(world.Read(db => db.Accounts.ToList()));
    }

    [Fact]
    public async Task A_race_that_is_always_lost_ends_in_a_refusal_that_changed_nothing()
    {
        var before = world.Fingerprint();
        script.OnFirst = () => throw new DbUpdateConcurrencyException("Somebody was quicker.");

        Assert.Equal(PipelineErrors.ChangedMeanwhile, await Run());
        Assert.Equal(Door.Tries, script.Log.Count);
        Assert.Equal(before, world.Fingerprint());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Decisions_at_once_on_one_account_lose_no_strike_and_no_step(int count)
    {
        var posts = new List<ContentId>();
        for (var i = 0; i < count; i++)
            posts.Add(await world.Post($"post-{i}"));

        await Task.WhenAll(posts.Select(x => world.Decide(x)));

        Assert.Equal(count, (await world.Do(World.Member, new AccountStatus(World.Author))).Strikes.Count);
        Assert.Equal(
            Enumerable.Range(2, count - 1),
            world.Read(db => db.Decisions.Where(x => x.Ladder != null && x.SupersededAt == null).Select(x => x.LadderStrikes!.Value).ToList()).Order());
    }

    private async Task LeavesNothing<TException>(CancellationToken ct = default) where TException : Exception
    {
        var before = world.Fingerprint();
        await Assert.ThrowsAnyAsync<TException>(() => Run(ct));
        Assert.Equal(before, world.Fingerprint());
        Assert.False(world.Read(db => db.Set<AuditEntry>().Any(x => x.Act == nameof(Try))));
    }

    private async Task<Result<Done>> Run(CancellationToken ct = default)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<TimeProvider>(world.Clock).AddSingleton(script)
            .AddModeration(new SqliteDatabase(world.ConnectionString))
            .AddScoped<IRequestHandler<Try, Result<Done>>, Try.Handler>()
            .AddScoped<IReactTo<First>, Reacting>().AddScoped<IReactTo<Second>, Reacting>()
            .BuildServiceProvider();
        await services.OpenModeration(CancellationToken.None);
        return await services.GetRequiredService<IUseCases>().Run(Actor.Product, new Try(), null, ct);
    }
}
