using Moderation.Accounts;
using Moderation.Pipeline;

namespace Moderation.Tests.Accounts;

public sealed class MyAccountTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_member_is_called_as_the_network_calls_them()
    {
        await world.Do(World.Platform, new PutAccount(World.Author, "orla_frames", "Orla"));

        var me = await world.Do(World.Member, new MyAccount());

        Assert.Equal(("orla_frames", "Orla"), (me.Handle, me.DisplayName));
    }

    [Fact]
    public async Task Somebody_we_were_never_told_of_is_called_by_their_id() =>
        Assert.Equal("unknown-yet", (await world.Do(new Actor.Member(new("unknown-yet")), new MyAccount())).Handle);
}
