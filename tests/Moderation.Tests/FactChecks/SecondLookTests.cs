using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Migrations.Sqlite;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Tests.FactChecks;

/// <summary>What keeps a copy from its label for now is looked at again, until nothing does.</summary>
public sealed class SecondLookTests : OnCopies
{
    [Fact]
    public async Task What_was_found_while_machines_were_paused_is_labelled_once_they_are_not()
    {
        await Ready();
        var copy = await world.Post("copy", new("somebody"), Altered);
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "fact-check", "We look into it."));
        var (post, rated) = (await world.Post(text: Claim), Now);
        await Rate(Rating.False, post);
        world.Clock.Pass(TimeSpan.FromSeconds(10));
        var (late, came) = (await world.Post("late", new("third"), Altered), Now);
        Assert.Equal((0.2, true, true), ((await On(post, Surface.Feed)).Weight, (await On(copy, Surface.Feed)).IsPlainAllow, (await On(late, Surface.Feed)).IsPlainAllow));

        await AMinuteLater();
        Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Detector, "fact-check"));
        await AMinuteLater();

        Assert.Equal((0.2, 0.2), ((await On(copy, Surface.Feed)).Weight, (await On(late, Surface.Feed)).Weight));
        Assert.Equal([rated, rated, came], world.Read(db => db.Outcomes.Where(x => x.Kind == OutcomeKind.Labelled).Select(x => x.From).ToList()).Order());
        Assert.Equal(RunState.Done, world.Read(db => db.Runs.Single()).State);
    }

    [Fact]
    public async Task A_run_over_many_does_not_end_before_they_bear_it()
    {
        const int many = 130;
        await Ready();
        for (var i = 0; i < many; i++)
            await world.Post($"copy-{i:000}", new($"member-{i % 40}"), Altered);
        var run = (await Rate(Rating.False, await world.Post(text: Claim))).Run!.Value;
        await world.Do(World.Product, new WorkOnRun(run));
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Rule, "copy", "We look into it."));
        await world.Work(run);
        Assert.Equal(RunState.Running, world.Read(db => db.Runs.Single()).State);
        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Rule, "copy"));
        await AMinuteLater();

        Assert.Equal(many + 1, world.Read(db => db.Decisions.Count()));
        Assert.Equal(RunState.Done, world.Read(db => db.Runs.Single()).State);
    }

    [Fact]
    public async Task Where_two_write_at_once_what_came_in_the_same_instant_is_found_by_a_second_look()
    {
        await Ready();
        await using var services = new ServiceCollection().AddLogging().AddModeration(new SeveralWriters(new SqliteDatabase(world.ConnectionString)))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(world.Clock)).BuildServiceProvider();
        var check = (await services.GetRequiredService<IUseCases>().Run(Checker, new FileFactCheck(Review(), [new("post-1")]), null, default)).Match(x => x, x => throw new InvalidOperationException(x.Code));
        Assert.Null(check.Run);
        // As if they had been told while the check was filed, neither seeing the other.
        await Unseen("post-1", Claim);
        await Unseen("copy", Altered);
        await AMinuteLater();

        Assert.Equal((0.2, 0.2), ((await On(new("post-1"), Surface.Feed)).Weight, (await On(new("copy"), Surface.Feed)).Weight));
        Assert.Null((await world.Do(World.Product, new NextRun())).Run);
    }

    private async Task Unseen(string id, string text)
    {
        await world.Do(World.Platform, new Moderation.Accounts.PutAccount(new($"of-{id}"), id, FollowerCount: 1));
        using var scope = world.Open();
        var db = scope.ServiceProvider.GetRequiredService<ModerationDb>();
        var (item, first) = ContentItem.First(new(new(id), new($"of-{id}"), ContentKind.Post, Now, Text: text), Now);
        db.AddRange(item, first);
        await db.Sketch(first, default);
        await scope.ServiceProvider.GetRequiredService<SubjectKeys>().Arrive(SubjectRef.Of(item.Id), default);
        await db.SaveChangesAsync();
    }

    private async Task AMinuteLater()
    {
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        while ((await world.Do(World.Product, new NextRun())).Run is { } run)
            await world.Work(run);
    }

    /// <summary>The same file, as if others could write to it at the same time.</summary>
    private sealed class SeveralWriters(SqliteDatabase file) : DatabaseProvider
    {
        public override void Use(DbContextOptionsBuilder options) => file.Use(options);

        public override ValueTask<IDisposable?> EnterWrite(CancellationToken ct) => file.EnterWrite(ct);

        public override Task Migrate(DatabaseFacade database, CancellationToken ct) => file.Migrate(database, ct);

        protected override bool IsRaceOfProvider(Exception error) => file.IsRace(error);

        protected override bool IsUnavailableOfProvider(Exception error) => file.IsUnavailable(error);
    }
}
