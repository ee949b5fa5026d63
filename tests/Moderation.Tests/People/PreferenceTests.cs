using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class MyPreferencesTests : InAWorld
{
    [Fact]
    public async Task Until_somebody_chooses_media_are_blurred_and_every_key_is_as_it_came()
    {
        Assert.Equivalent(new MyPreferences.Answer(true, false, null, true, []), await world.Do(World.Reviewer, new MyPreferences()));
    }
}

public sealed class ChooseExposureTests : InAWorld
{
    [Fact]
    public async Task It_is_kept_for_this_person_alone()
    {
        await world.Do(World.Moderator, new ChooseExposure(Blurred: false, Grey: true));
        await world.Do(World.Moderator, new ChooseUndoTime(10));

        var mine = await world.Do(World.Moderator, new MyPreferences());
        Assert.Equal((false, true, 10), (mine.Blurred, mine.Grey, mine.UndoSeconds));
        Assert.True((await world.Do(World.OtherModerator, new MyPreferences())).Blurred);
    }
}

public sealed class ChooseUndoTimeTests : InAWorld
{
    [Theory]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task Only_what_is_offered_can_be_chosen(int seconds) =>
        Assert.Equal(["seconds"], FieldsOf(await world.Refuse(World.Moderator, new ChooseUndoTime(seconds))));

    [Fact]
    public async Task It_can_be_left_to_the_rulebook_again()
    {
        await world.Do(World.Moderator, new ChooseUndoTime(60));
        await world.Do(World.Moderator, new ChooseUndoTime(null));
        Assert.Null((await world.Do(World.Moderator, new MyPreferences())).UndoSeconds);
    }
}

public sealed class ChooseKeysTests : InAWorld
{
    [Fact]
    public async Task What_is_as_it_came_is_not_kept()
    {
        await world.Do(World.Moderator, new ChooseKeys(SingleLetters: false, [new(KeyAct.ClaimNext, "P"), new(KeyAct.Blur, "B")]));

        var mine = await world.Do(World.Moderator, new MyPreferences());
        Assert.False(mine.SingleLetters);
        Assert.Equal([new ChosenKey(KeyAct.ClaimNext, "P")], mine.Keys);
    }

    [Fact]
    public async Task No_two_have_the_same_key_but_two_may_change_places()
    {
        Assert.Equal("keys.same", (await world.Refuse(World.Moderator, new ChooseKeys(true, [new(KeyAct.Remove, "T")]))).Code);
        await world.Do(World.Moderator, new ChooseKeys(true, [new(KeyAct.Remove, "T"), new(KeyAct.Strike, "R")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("r")]
    [InlineData("\u0001")]
    [InlineData("Shift+F")]
    [InlineData("\ud83d\ude00")]
    public async Task A_key_is_one_that_can_be_pressed(string key) =>
        Assert.Equal("request.invalid", (await world.Refuse(World.Moderator, new ChooseKeys(true, [new(KeyAct.Remove, key)]))).Code);

    [Fact]
    public async Task Nothing_is_named_twice() =>
        Assert.Equal(["keys"], FieldsOf(await world.Refuse(World.Moderator, new ChooseKeys(true, [new(KeyAct.Remove, "P"), new(KeyAct.Remove, "Q")]))));
}
