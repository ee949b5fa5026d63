using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class AccountFileTests : InAWorld
{
    [Fact]
    public async Task Who_it_is_what_limits_it_and_what_happened_stand_on_one_page()
    {
        await Strikes(2);
        var open = await Report(await world.Post("open"), "spam");

        var file = await world.Do(World.Moderator, new AccountFile(World.Author));
        Assert.Equal(("author", 2, 1), (file.Account.Handle, file.StrikesInForce, file.OpenCases));
        Assert.Equal(open, Assert.Single(file.Open).Id);
        Assert.Equal(open, file.Happened[0].Case!.Id);
        Assert.Equal(file.Happened.OrderByDescending(x => x.At).Select(x => x.At), file.Happened.Select(x => x.At));
        Assert.True(file.Happened.Count(x => x.Decision is not null) >= 2);
    }

    [Fact]
    public async Task Page_by_page_it_is_all_that_happened()
    {
        for (var i = 0; i < 40; i++)
        {
            await Report(await world.Post($"a{i}"), "spam");
            world.Clock.Pass(TimeSpan.FromMinutes(1));
            await world.Decide(await world.Post($"b{i}"), "spam", Moderation.Enforcement.Finding.DoesNotViolate, []);
        }

        var seen = new List<Guid>();
        SearchPlace? after = null;
        do
        {
            var file = await world.Do(World.Lead, new AccountFile(World.Author, after));
            seen.AddRange(file.Happened.Select(x => x.Case?.Id.Value ?? x.Decision!.Id.Value));
            after = file.Next;
        }
        while (after is not null && seen.Count < 200);

        Assert.Equal((80, 80), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task What_is_restricted_or_unknown_is_not_there()
    {
        await RestrictedCase();

        Assert.Empty((await world.Do(World.Moderator, new AccountFile(World.Author))).Happened);
        Assert.Single((await world.Do(World.ChildSafety, new AccountFile(World.Author))).Happened);
        Assert.Equal(AccountErrors.Unknown, await world.Refuse(World.Moderator, new AccountFile(new AccountId("nobody"))));
    }
}
