using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Tests.Content;

public sealed class SketchContentTests : InAWorld
{
    private const string Words = "Send any amount to my address and get it back twice.";

    [Fact]
    public async Task Each_revision_is_sketched_as_it_comes()
    {
        await world.Post(text: Words);
        await world.Post(text: Words + " Only today, only here!");
        Assert.Equal([1, 2], world.Read(db => db.SketchKeys.Select(x => x.Revision).Distinct().Order().ToList()));
        Assert.Equal(0, await world.Do(World.Product, new SketchContent()));
    }

    [Fact]
    public async Task What_came_before_is_sketched_a_chunk_at_a_time()
    {
        for (var i = 0; i <= SketchContent.Chunk; i++)
            await world.Post($"post-{i}", text: $"{Words} {i}");
        var keys = world.Read(db => db.SketchKeys.Count());
        world.Read(db => db.SketchKeys.ExecuteDelete() + db.Revisions.ExecuteUpdate(x => x.SetProperty(r => r.Sketch, 0)));

        Assert.Equal(SketchContent.Chunk, await world.Do(World.Product, new SketchContent()));
        Assert.Equal(1, await world.Do(World.Product, new SketchContent()));
        Assert.Equal(0, await world.Do(World.Product, new SketchContent()));
        Assert.Equal(keys, world.Read(db => db.SketchKeys.Count()));
    }

    [Fact]
    public async Task What_is_erased_is_found_no_more()
    {
        var item = await world.Post(text: Words);
        await world.Post("other", new("other"), Words);
        await world.Do(World.Platform, new DeleteContent(item, Now, DeletedBy.Author, Erase: true));
        Assert.Equal(["other"], Sketched());

        await world.Do(World.Platform, new DeleteAccount(new("other"), Now, DeletedBy.Author, Erase: true));
        Assert.Empty(Sketched());
        Assert.Equal(0, await world.Do(World.Product, new SketchContent()));
    }

    private List<string> Sketched() => [.. world.Read(db => db.SketchKeys.Select(x => x.ContentId).Distinct().ToList()).Select(x => x.Value)];
}
