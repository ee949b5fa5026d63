using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class RevokeApiKeyTests : InAWorld
{
    [Fact]
    public async Task It_stops_working_at_once()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Platform]));
        var client = await world.Do(World.Product, new RecogniseApiKey(key.Secret));
        await world.Do(client, new EventFeed());
        await world.Do(World.Admin, new RevokeApiKey(key.Id));

        Assert.Equal(PipelineErrors.NotSignedIn, await world.Refuse(World.Product, new RecogniseApiKey(key.Secret)));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(client, new EventFeed()));
    }

    [Fact]
    public async Task Doing_it_again_keeps_the_first_time()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Platform]));
        await world.Do(World.Admin, new RevokeApiKey(key.Id));
        var then = Now;
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Do(World.Admin, new RevokeApiKey(key.Id));

        Assert.Equal(then, (await world.Do(World.Admin, new ApiKeyList()))[0].RevokedAt);
    }

    [Fact]
    public async Task There_is_nothing_to_revoke_that_never_was() =>
        Assert.Equal(PeopleErrors.UnknownKey, await world.Refuse(World.Admin, new RevokeApiKey(new(Guid.NewGuid()))));
}
