using Moderation.Pipeline;

namespace Moderation.Tests.Pipeline;

public sealed class TakeJobLeaseTests : InAWorld
{
    [Fact]
    public async Task One_node_runs_a_job_and_keeps_it_while_it_asks()
    {
        Assert.True(await Take("a"));
        Assert.False(await Take("b"));
        world.Clock.Pass(TakeJobLease.UsualTerm / 2);
        Assert.True(await Take("a"));
        world.Clock.Pass(TakeJobLease.UsualTerm - TimeSpan.FromTicks(1));
        Assert.False(await Take("b"));
    }

    [Fact]
    public async Task After_its_term_the_next_node_runs_it()
    {
        await Take("a");
        world.Clock.Pass(TakeJobLease.UsualTerm);
        Assert.True(await Take("b"));
        Assert.False(await Take("a"));
    }

    [Fact]
    public async Task Jobs_do_not_wait_for_each_other()
    {
        await Take("a");
        Assert.True(await world.Do(World.Product, new TakeJobLease("other", "b")));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_runs_it() =>
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Take($"node-{i}"))), x => x);

    private Task<bool> Take(string node) => world.Do(World.Product, new TakeJobLease("seal", node));
}
