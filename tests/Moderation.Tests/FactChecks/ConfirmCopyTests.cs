using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

public sealed class ConfirmCopyTests : OnCopies
{
    [Fact]
    public async Task What_a_person_saw_to_be_a_copy_is_asked_about_no_more_and_stays_labelled()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var copy = await world.Post("copy", new("somebody"), $"{Altered} Shame");
        var check = (await Rate(Rating.False, post)).FactCheckId;
        Assert.Single((await world.Do(Checker, new MatchesToConfirm())).Rows);

        await world.Do(Checker, new ConfirmCopy(check, copy));
        Assert.Equal(0, (await world.Do(Checker, new MatchesToConfirm())).Count);
        Assert.Equal(0.2, (await On(copy, Surface.Feed)).Weight);
        Assert.True((await world.Do(Checker, new ClaimCopies(check))).Rows.Single(x => x.Content == copy).IsConfirmed);

        // Who saw it may think again.
        await world.Do(Checker, new UnmatchCopy(check, copy, "It quotes it, after all."));
        Assert.True((await On(copy, Surface.Feed)).IsPlainAllow);
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(check, copy)));
    }

    [Fact]
    public async Task Only_a_copy_can_be_confirmed()
    {
        await Ready();
        var post = await world.Post(text: Claim);
        var check = (await Rate(Rating.False, post)).FactCheckId;
        Assert.Equal(FactCheckErrors.NotACopy, await world.Refuse(Checker, new ConfirmCopy(check, post)));
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(check, new("unknown"))));
        Assert.Equal(FactCheckErrors.NotMatched, await world.Refuse(Checker, new ConfirmCopy(new(Guid.NewGuid()), post)));
    }
}
