using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class MakeSignInLinkTests : InAWorld
{
    [Fact]
    public async Task The_host_platform_lets_a_member_in_for_a_day()
    {
        var link = await world.Do(await Program(Scope.Platform), new MakeSignInLink(World.Author));

        Assert.Equal(Now.AddHours(24), link.ExpiresAt);
        Assert.Equal(World.Author, await world.Do(Actor.Anonymous, new UseSignInLink(link.Token)));
    }

    [Fact]
    public async Task The_token_is_nowhere_but_in_the_link()
    {
        var link = await world.Do(World.Platform, new MakeSignInLink(World.Author));
        Assert.DoesNotContain(link.Token, world.Fingerprint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_for_the_suspended()
    {
        await world.Post();
        await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "fraud", Finding.Violates, null, "As seen.", Automation.None, new("kestrel")));

        Assert.NotEmpty((await world.Do(World.Platform, new MakeSignInLink(World.Author))).Token);
    }

    [Fact]
    public async Task What_is_no_account_gets_none() =>
        Assert.Equal(["account"], FieldsOf(await world.Refuse(World.Platform, new MakeSignInLink(new(" ")))));
}
