using Moderation.Pipeline;

namespace Moderation.Tests.Pipeline;

public abstract class LongWork : IAsyncLifetime
{
    protected World World { get; } = new();

    public Task InitializeAsync() => World.InitializeAsync();

    public Task DisposeAsync() => World.DisposeAsync();
}

public sealed class BeginLongWorkTests : LongWork
{
    [Fact]
    public async Task Begun_again_it_answers_when_it_first_began()
    {
        var begun = await World.Do(World.Product, new BeginLongWork("load"));
        World.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(begun, await World.Do(World.Product, new BeginLongWork("load")));
    }
}

public sealed class EndLongWorkTests : LongWork
{
    [Fact]
    public async Task It_tells_whether_there_was_something_to_end()
    {
        await World.Do(World.Product, new BeginLongWork("load"));

        Assert.True(await World.Do(World.Product, new EndLongWork("load")));
        Assert.False(await World.Do(World.Product, new EndLongWork("load")));
    }
}

public sealed class IsLongWorkUnfinishedTests : LongWork
{
    [Fact]
    public async Task It_is_from_its_begin_to_its_end()
    {
        Assert.False(await World.Do(World.Product, new IsLongWorkUnfinished("load")));
        await World.Do(World.Product, new BeginLongWork("load"));
        Assert.True(await World.Do(World.Product, new IsLongWorkUnfinished("load")));
        await World.Do(World.Product, new EndLongWork("load"));
        Assert.False(await World.Do(World.Product, new IsLongWorkUnfinished("load")));
    }
}
