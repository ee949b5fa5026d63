using Moderation.Pipeline;

namespace Moderation.Tests.Pipeline;

public sealed class NextRunTests : InAWorld
{
    [Fact]
    public async Task Where_nothing_was_asked_there_is_nothing_to_do() =>
        Assert.Null((await world.Do(World.Product, new NextRun())).Run);
}

public sealed class WorkOnRunTests : InAWorld
{
    [Fact]
    public async Task A_run_that_is_not_there_is_not_worked_on() =>
        Assert.Equal(RunErrors.Unknown, await world.Refuse(World.Product, new WorkOnRun(new(Guid.NewGuid()))));
}
