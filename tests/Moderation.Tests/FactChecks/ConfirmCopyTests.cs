using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class ConfirmCopyTests : OnCopies
{
    [Fact]
    public async Task What_a_person_saw_to_be_a_copy_keeps_its_label_and_nobody_is_asked_again()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), Near);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        var before = await Told(copy);
        await world.Do(World.Lead, new ConfirmCopy(check, copy));

        Assert.Equal(before, await Told(copy));
        Assert.Empty((await world.Do(Checker, new MatchesToConfirm())).Rows);
        Assert.True((await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content == copy).IsConfirmed);
    }

    [Fact]
    public async Task Who_thinks_better_of_it_can_unmatch_it_still()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), Near);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        await world.Do(Checker, new ConfirmCopy(check, copy));
        await world.Do(Checker, new UnmatchCopy(check, copy, "It says something else."));

        Assert.True((await On(copy, Surface.Explore)).IsPlainAllow);
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(check, copy)));
    }

    [Fact]
    public async Task Only_a_copy_is_confirmed()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        Assert.Equal(FactCheckErrors.NotACopy, await world.Refuse(Checker, new ConfirmCopy(check, post)));
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(check, new("nothing"))));
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(new(Guid.NewGuid()), post)));
    }
}
