using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Tests.Guidelines;

public sealed class InstallRulebookTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_first_start_stores_the_shipped_rulebook_for_all_time()
    {
        Assert.Equal(1, await world.Run(Actor.Product, new InstallRulebook()));

        var stored = Assert.Single(world.Read(db => db.RulebookVersions.ToList()));
        Assert.Equal(
            (1, "Default", RulebookFile.Shipped, DateTimeOffset.UnixEpoch, world.Clock.GetUtcNow()),
            (stored.Number, stored.Name, stored.Json, stored.InForceFrom, stored.InstalledAt));
        Assert.Matches("^[0-9a-f]{64}$", stored.Digest);
    }

    [Fact]
    public async Task A_later_start_changes_nothing()
    {
        await world.Run(Actor.Product, new InstallRulebook());
        world.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(1, await world.Run(Actor.Product, new InstallRulebook()));
        Assert.Single(world.Read(db => db.RulebookVersions.ToList()));
    }

    [Fact]
    public async Task It_answers_the_version_in_force_not_the_newest()
    {
        await world.Run(Actor.Product, new InstallRulebook());
        Store(2, world.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(1, await world.Run(Actor.Product, new InstallRulebook()));
        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, await world.Run(Actor.Product, new InstallRulebook()));
    }

    [Fact]
    public async Task Nobody_else_installs_it() =>
        Assert.Equal(PipelineErrors.NotAllowed, await world.Run(World.Moderator, new InstallRulebook()));

    [Fact]
    public async Task A_decision_finds_the_version_of_its_time()
    {
        await world.Run(Actor.Product, new InstallRulebook());
        var later = world.Clock.GetUtcNow().AddDays(1);
        Store(2, later);
        Store(3, later);
        var rulebooks = new Rulebooks();

        Assert.Equal(1, Number(db => rulebooks.InForce(db, DateTimeOffset.UnixEpoch, default)));
        Assert.Equal(1, Number(db => rulebooks.InForce(db, later.AddTicks(-1), default)));
        Assert.Equal(3, Number(db => rulebooks.InForce(db, later, default)));
        Assert.Equal(2, Number(db => rulebooks.Version(db, 2, default)));
    }

    [Fact]
    public async Task A_version_is_read_once()
    {
        await world.Run(Actor.Product, new InstallRulebook());
        var rulebooks = new Rulebooks();

        Assert.Same(
            world.Read(db => rulebooks.Version(db, 1, default).GetAwaiter().GetResult()),
            world.Read(db => rulebooks.InForce(db, world.Clock.GetUtcNow(), default).GetAwaiter().GetResult()));
    }

    private int Number(Func<ModerationDb, Task<Rulebook>> ask) =>
        world.Read(db => ask(db).GetAwaiter().GetResult().Version);

    private void Store(int number, DateTimeOffset inForceFrom) => world.Read(db =>
    {
        var rulebook = ShippedRulebook.Read() with { Version = number };
        db.Add(RulebookVersion.Install(rulebook, RulebookFile.Shipped, inForceFrom, world.Clock.GetUtcNow()));
        return db.SaveChanges();
    });
}
