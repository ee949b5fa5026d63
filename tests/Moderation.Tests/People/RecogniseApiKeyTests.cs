using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class RecogniseApiKeyTests : InAWorld
{
    [Fact]
    public async Task Whose_it_is_comes_from_the_key_alone()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Platform]));

        Assert.Equal(new Actor.Client(key.Id, "host"), await world.Do(World.Product, new RecogniseApiKey(key.Secret)));
    }

    [Fact]
    public async Task What_is_no_key_opens_nothing()
    {
        await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Platform]));

        Assert.Equal(PipelineErrors.NotSignedIn, await world.Refuse(World.Product, new RecogniseApiKey("guess")));
        Assert.Equal(PipelineErrors.NotSignedIn, await world.Refuse(World.Product, new RecogniseApiKey("")));
    }

    [Fact]
    public async Task Its_use_is_noted_to_within_five_minutes()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Platform]));
        var first = Now;
        await world.Do(World.Product, new RecogniseApiKey(key.Secret));
        world.Clock.Pass(TimeSpan.FromMinutes(4));
        await world.Do(World.Product, new RecogniseApiKey(key.Secret));
        Assert.Equal(first, (await world.Do(World.Admin, new ApiKeyList()))[0].LastUsedAt);

        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Do(World.Product, new RecogniseApiKey(key.Secret));
        Assert.Equal(Now, (await world.Do(World.Admin, new ApiKeyList()))[0].LastUsedAt);
    }
}
