using Microsoft.Extensions.DependencyInjection;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Recommendations;
using Moderation.Storage;

namespace Moderation.Tests.Recommendations;

public sealed class NextProbeTests : InARecommendingWorld
{
    [Fact]
    public async Task Without_a_folder_nothing_waits()
    {
        await Reel(Clean with { Url = "file:///media/one.mp4" });
        Assert.Null((await world.Do(World.Product, new NextProbe())).Content);
    }

    [Fact]
    public async Task What_waits_is_looked_into_the_oldest_first_and_each_version_once()
    {
        Wait("one", 1, Now);
        Wait("two", 1, Now.AddMinutes(1));
        await Reel(Clean with { Url = "file:///media/a%20b.mp4" }, "one");
        await Reel(Clean with { Url = "https://cdn.example/two.mp4" }, "two");

        var next = await world.Do(World.Product, new NextProbe());
        Assert.Equal((new ContentId("one"), 1, new NextProbe.Medium(Clean.Id, "/media/a b.mp4")), (next.Content, next.Revision, Assert.Single(next.Files)));
        Assert.False(await world.Do(World.Product, new ConcludeProbe(new("one"), 2)));
        Assert.True(await world.Do(World.Product, new ConcludeProbe(new("one"), 1)));
        Assert.Equal(new ContentId("two"), (await world.Do(World.Product, new NextProbe())).Content);
        Assert.Empty((await world.Do(World.Product, new NextProbe())).Files);
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_one_that_waited()
    {
        var waiting = new AwaitedIn(world);
        await Reel(Clean with { Url = "file:///media/one.mp4" }, "one");
        await waiting.Arrived("one", 1);
        await Reel(Clean with { Url = "file:///media/two.mp4", DurationMs = 1 }, "one");
        await waiting.Arrived("one", 2);
        Assert.Equal((2, "/media/two.mp4"), await world.Do(World.Product, new NextProbe()) is var next ? (next.Revision, next.Files[0].File) : default);
    }

    private void Wait(string id, int revision, DateTimeOffset since) => world.Read(db =>
    {
        db.Add(WaitingProbe.Of(new(id), revision, since));
        return db.SaveChanges();
    });

    private sealed class AwaitedIn(World world)
    {
        public async Task Arrived(string id, int revision)
        {
            using var scope = world.Open();
            var db = scope.ServiceProvider.GetRequiredService<ModerationDb>();
            await new AwaitProbe(db, new("/media"), world.Clock).React(new ContentRevised(new(id), revision), default);
            await db.SaveChangesAsync();
        }
    }
}

public sealed class ConcludeProbeTests : InARecommendingWorld
{
    [Fact]
    public async Task What_does_not_wait_is_nothing_to_conclude() => Assert.False(await world.Do(World.Product, new ConcludeProbe(new("one"), 1)));
}
