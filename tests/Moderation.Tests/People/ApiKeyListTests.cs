using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class ApiKeyListTests : InAWorld
{
    [Fact]
    public async Task Keys_are_listed_with_their_use_but_without_their_secret_the_newest_first()
    {
        var first = await world.Do(World.Admin, new MakeApiKey("Events", "host", [Scope.Reviewer, Scope.Platform]));
        world.Clock.Pass(TimeSpan.FromHours(1));
        var second = await world.Do(World.Admin, new MakeApiKey("Rankers", "feed", [Scope.Ranker]));
        await world.Do(World.Product, new RecogniseApiKey(first.Secret));

        var list = await world.Do(World.Admin, new ApiKeyList());

        Assert.Equal([second.Id, first.Id], list.Select(x => x.Id));
        Assert.Equal(("Events", "host", (DateTimeOffset?)Now, null), (list[1].Name, list[1].Client, list[1].LastUsedAt, list[1].RevokedAt));
        Assert.Equal([Scope.Platform, Scope.Reviewer], list[1].Scopes);
        Assert.DoesNotContain(first.Secret, string.Join(' ', list.Select(x => x.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_for_administrators() =>
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new ApiKeyList()));
}
