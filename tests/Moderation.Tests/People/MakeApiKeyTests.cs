using Moderation.Eligibility;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class MakeApiKeyTests : InAWorld
{
    [Fact]
    public async Task The_secret_opens_the_door_for_its_scopes_only()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Rankers", "feed", [Scope.Ranker]));
        var client = await world.Do(World.Product, new RecogniseApiKey(key.Secret));

        Assert.Equal(new Actor.Client(key.Id, "feed"), client);
        Assert.False((await world.Run(client, new CheckEligibility(default, null, null, [new(new("post-1"))]))).IsRefused);
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(client, new EventFeed()));
    }

    [Fact]
    public async Task The_secret_is_in_the_answer_and_nowhere_else()
    {
        var key = await world.Do(World.Admin, new MakeApiKey("Rankers", "feed", [Scope.Ranker]));

        Assert.True(key.Secret.Length >= 43);
        Assert.DoesNotContain(key.Secret, world.Fingerprint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_are_alike()
    {
        var one = await world.Do(World.Admin, new MakeApiKey("Rankers", "feed", [Scope.Ranker]));
        var other = await world.Do(World.Admin, new MakeApiKey("Rankers", "feed", [Scope.Ranker]));
        Assert.NotEqual(one.Secret, other.Secret);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public async Task Only_the_products_own_seeding_chooses_the_secret()
    {
        var seeded = new MakeApiKey("Development", "development", Enum.GetValues<Scope>(), "known to all");
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Admin, seeded));

        var key = await world.Do(World.Product, seeded);
        Assert.Equal(key, await world.Do(World.Product, seeded));
        Assert.Single(world.Read(db => db.ApiKeys.ToList()));
    }

    [Fact]
    public async Task A_key_says_whose_it_is_and_what_for()
    {
        Assert.Equal(["scopes"], FieldsOf(await world.Refuse(World.Admin, new MakeApiKey("Rankers", "feed", []))));
        Assert.Equal(["name"], FieldsOf(await world.Refuse(World.Admin, new MakeApiKey("", "feed", [Scope.Ranker]))));
        Assert.Equal(["client"], FieldsOf(await world.Refuse(World.Admin, new MakeApiKey("Rankers", "", [Scope.Ranker]))));
    }
}
