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
    public async Task What_was_sketched_in_an_older_way_is_sketched_again_and_what_it_was_found_by_goes()
    {
        await world.Post("old", text: Words);
        await world.Post("old", text: Words + " Only today, only here!");
        await world.Post("new", new("other"), Words);
        var keys = Keys();
        // In the older way they had other numbers, but for one.
        var kept = keys.First(x => x.StartsWith("old:1:", StringComparison.Ordinal));
        world.Read(db => db.SketchKeys.Where(x => x.ContentId == new ContentId("old")).ToList().Where(x => $"old:{x.Revision}:{x.Key}" != kept)
            .Sum(x => db.SketchKeys.Where(y => y.ContentId == x.ContentId && y.Revision == x.Revision && y.Key == x.Key).ExecuteUpdate(y => y.SetProperty(z => z.Key, z => z.Key + 1))));
        world.Read(db => db.Revisions.Where(x => x.ContentId == new ContentId("old")).ExecuteUpdate(x => x.SetProperty(r => r.Sketch, Sketch.Way - 1)));
        Assert.NotEqual(keys, Keys());

        Assert.Equal(2, await world.Do(World.Product, new SketchContent()));
        Assert.Equal(keys, Keys());
        Assert.Equal(0, await world.Do(World.Product, new SketchContent()));
    }

    [Fact]
    public async Task What_is_still_to_be_sketched_is_found_by_a_seek()
    {
        var plans = new QueryPlans();
        var logged = new World(plans);
        await logged.InitializeAsync();
        plans.IsOn = true;
        await logged.Do(World.Product, new SketchContent());
        await logged.DisposeAsync();
        Assert.Contains("NotSketched", plans.Plans.First(x => x.Sql.Contains("ContentRevisions", StringComparison.Ordinal)).Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_written_down_once_and_forgotten_with_the_last_that_shows_it()
    {
        await Picture("one", Hash);
        Assert.Equal(PdqHash.Words, world.Read(db => db.PictureWords.Count()));
        await Picture("other", Hash.ToUpperInvariant());
        await Picture("plain", new string('0', 64));
        await Picture("poor", Hash.Replace('9', '6'), quality: 49);
        Assert.Equal(PdqHash.Words, world.Read(db => db.PictureWords.Count()));

        await world.Do(World.Platform, new DeleteContent(new("one"), Now, DeletedBy.Author, Erase: true));
        Assert.Equal(PdqHash.Words, world.Read(db => db.PictureWords.Count()));
        await world.Do(World.Platform, new DeleteContent(new("other"), Now, DeletedBy.Author, Erase: true));
        Assert.Equal(0, world.Read(db => db.PictureWords.Count()));
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

    private const string Hash = Hashes.Photo;

    private Task<PutContent.Answer> Picture(string id, string hash, int? quality = null) => world.Do(World.Platform, new PutContent(
        new(id), World.Author, ContentKind.Post, Now, Media: [new("m1", MediaKind.Image, PdqHash: hash, PdqQuality: quality)]));

    private List<string> Keys() => [.. world.Read(db => db.SketchKeys.AsNoTracking().ToList()).Select(x => $"{x.ContentId}:{x.Revision}:{x.Key}").Order(StringComparer.Ordinal)];

    private List<string> Sketched() => [.. world.Read(db => db.SketchKeys.Select(x => x.ContentId).Distinct().ToList()).Select(x => x.Value)];
}
