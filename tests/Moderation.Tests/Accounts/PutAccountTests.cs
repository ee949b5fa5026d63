using Moderation.Accounts;

namespace Moderation.Tests.Accounts;

public sealed class PutAccountTests : InAWorld
{
    private static readonly PutAccount Nova = new(new("nova"), "nova", "Nova", FollowerCount: 7, Country: "nl", Language: "nl", Age: 30);

    [Fact]
    public async Task The_first_word_makes_it_and_the_same_word_changes_nothing()
    {
        Assert.Equal(new(Nova.Id, Created: true, Changed: true), await world.Do(World.Platform, Nova));
        var before = world.Fingerprint();

        Assert.Equal(new(Nova.Id, Created: false, Changed: false), await world.Do(World.Platform, Nova));
        Assert.Equal(before, world.Fingerprint());
        Assert.Equal("NL", Stored().Country);
    }

    [Fact]
    public async Task Older_news_is_accepted_and_left_aside()
    {
        await world.Do(World.Platform, Nova with { ObservedAt = Now });
        var before = world.Fingerprint();

        Assert.False((await world.Do(World.Platform, Nova with { Handle = "old", ObservedAt = Now.AddSeconds(-1) })).Changed);
        Assert.Equal(before, world.Fingerprint());

        Assert.True((await world.Do(World.Platform, Nova with { Handle = "new", ObservedAt = Now })).Changed);
        Assert.Equal("new", Stored().Handle);
    }

    [Fact]
    public async Task A_follower_count_that_is_not_told_stays()
    {
        await world.Do(World.Platform, Nova);
        await world.Do(World.Platform, Nova with { FollowerCount = null, DisplayName = null });
        Assert.Equal((7, null), (Stored().FollowerCount, Stored().DisplayName));
    }

    [Fact]
    public async Task News_from_before_the_deletion_does_not_bring_it_back()
    {
        await world.Do(World.Platform, Nova with { ObservedAt = Now });
        await world.Do(World.Platform, new DeleteAccount(Nova.Id, Now.AddMinutes(2), DeletedBy.Author));

        Assert.False((await world.Do(World.Platform, Nova with { ObservedAt = Now.AddMinutes(1) })).Changed);
        Assert.NotNull(Stored().DeletedAt);

        Assert.True((await world.Do(World.Platform, Nova with { ObservedAt = Now.AddMinutes(3) })).Changed);
        Assert.Null(Stored().DeletedAt);
    }

    [Fact]
    public async Task What_was_erased_is_not_told_again()
    {
        await world.Do(World.Platform, Nova);
        await world.Do(World.Platform, new DeleteAccount(Nova.Id, Now, DeletedBy.Author, Erase: true));

        Assert.False((await world.Do(World.Platform, Nova)).Changed);
        Assert.Equal("", Stored().Handle);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_by_field()
    {
        Assert.Equal(["id"], FieldsOf(await world.Refuse(World.Platform, Nova with { Id = new("nova ") })));
        Assert.Equal(["handle"], FieldsOf(await world.Refuse(World.Platform, Nova with { Handle = "" })));
        Assert.Equal(["country"], FieldsOf(await world.Refuse(World.Platform, Nova with { Country = "NLD" })));
        Assert.Equal(["followerCount"], FieldsOf(await world.Refuse(World.Platform, Nova with { FollowerCount = -1 })));
        Assert.Equal(["age"], FieldsOf(await world.Refuse(World.Platform, Nova with { Age = 151 })));
    }

    [Fact]
    public async Task Ids_are_compared_letter_by_letter()
    {
        await world.Do(World.Platform, Nova);
        Assert.True((await world.Do(World.Platform, Nova with { Id = new("Nova") })).Created);
    }

    private Account Stored() => world.Read(db => db.Accounts.Single(x => x.Id == Nova.Id));
}
