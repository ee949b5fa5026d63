using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class SearchAccountsTests : InAWorld
{
    [Theory]
    [InlineData("nova", "a1", "a2", "a3")]
    [InlineData("@NOVA.", "a1")]
    [InlineData("ｎｏｖａ.c", "a1")]
    [InlineData("ÉCL", "a4")]
    [InlineData("a3", "a3")]
    [InlineData("ova")]
    [InlineData("%")]
    [InlineData("@")]
    public async Task An_account_is_found_by_its_id_and_how_its_names_begin(string text, params string[] found)
    {
        await Put("a1", "nova.coinbloom");
        await Put("a2", "novak");
        await Put("a3", "other", "Nova Nightingale");
        await Put("a4", "éclair");

        Assert.Equal(found, (await world.Do(World.Moderator, new SearchAccounts(text))).Rows.Select(x => x.Id.Value));
    }

    [Fact]
    public async Task A_name_that_changed_is_found_as_it_is_now()
    {
        await Put("a1", "before");
        await Put("a1", "after");

        Assert.Empty((await world.Do(World.Moderator, new SearchAccounts("before"))).Rows);
        Assert.Single((await world.Do(World.Moderator, new SearchAccounts("after"))).Rows);

        await world.Do(World.Platform, new DeleteAccount(new("a1"), Now, DeletedBy.Author, Erase: true));
        Assert.Empty((await world.Do(World.Moderator, new SearchAccounts("after"))).Rows);
    }

    [Fact]
    public async Task Pages_leave_nothing_out_and_repeat_nothing_where_one_is_found_twice()
    {
        for (var i = 0; i < 9; i++)
            await Put($"mila{i}", i % 2 == 0 ? "mila" : $"x{i}", "Mila");
        await Put("mila", "someone");

        var seen = new List<string>();
        SearchAccounts.Place? after = null;
        do
        {
            var page = await world.Do(World.Moderator, new SearchAccounts("mila", 2, after));
            seen.AddRange(page.Rows.Select(x => x.Id.Value));
            after = page.Next;
        }
        while (after is not null && seen.Count < 30);

        Assert.Equal((10, 10), (seen.Count, seen.Distinct().Count()));
    }

    private Task<PutAccount.Answer> Put(string id, string handle, string? name = null) => world.Do(World.Platform, new PutAccount(new(id), handle, name));
}
