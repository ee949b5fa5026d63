using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class FindAnythingTests : InAWorld
{
    [Fact]
    public async Task A_few_of_each_kind_that_may_be_meant()
    {
        WithoutAccountRules();
        for (var i = 0; i < FindAnything.Few + 2; i++)
            await Report(await world.Post($"post-{i}"), "spam");
        await world.Decide(await world.Post("decided"));

        var found = await world.Do(World.Moderator, new FindAnything("auth"));
        Assert.Equal((FindAnything.Few, 1, 1), (found.Cases.Count, found.Accounts.Count, found.Decisions.Count));
    }

    [Fact]
    public async Task What_is_restricted_is_not_among_it()
    {
        var id = await RestrictedCase();

        Assert.Empty((await world.Do(World.Moderator, new FindAnything(id.Code))).Cases);
        Assert.Single((await world.Do(World.ChildSafety, new FindAnything(id.Code))).Cases);
    }

    [Fact]
    public async Task One_sign_is_too_little() => Assert.Equal(["text"], FieldsOf(await world.Refuse(World.Moderator, new FindAnything("a"))));
}
