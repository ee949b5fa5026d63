using Moderation.Notices;

namespace Moderation.Tests.Notices;

public sealed class NewestNoticesTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_newest_come_first_and_the_next_ones_after_them()
    {
        foreach (var id in new[] { "post-1", "post-2", "post-3" })
            await world.Decide(await world.Post(id, text: $"Send 1, get 2: {id}."));

        var first = await world.Do(World.Member, new NoticesOf(World.Author, Take: 2, Before: long.MaxValue));
        var rest = await world.Do(World.Member, new NoticesOf(World.Author, Take: 2, Before: first.Next));

        Assert.Equal([3, 2], first.Notices.Select(x => x.Sequence));
        Assert.Equal([1], rest.Notices.Select(x => x.Sequence));
        Assert.Null(rest.Next);
    }
}
