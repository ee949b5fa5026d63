using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class CaseKeepingTests : InAQueue
{
    [Fact]
    public async Task Who_put_it_aside_and_why_is_told_to_everybody_who_may_see_it()
    {
        var claim = await InScams(World.Moderator, pausesClock: true);
        await world.Do(World.Moderator, Snooze(claim, Now.AddDays(2)));

        var seen = await world.Do(World.OtherModerator, new CaseKeeping(claim.CaseId));
        Assert.Equal(new(Now.AddDays(2), "kestrel", "The shop answers tomorrow.", CanWake: false), seen.Snoozed);
        Assert.True(seen.IsPaused);
        Assert.True((await world.Do(World.Lead, new CaseKeeping(claim.CaseId))).Snoozed!.CanWake);
    }

    [Fact]
    public async Task The_word_with_it_stays_to_be_read_when_it_was_claimed()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Hand(claim));
        var before = await world.Do(World.OtherModerator, new CaseKeeping(claim.CaseId));
        Assert.Equal(new(KeptAs.HandedOver, "plover", true, "kestrel", "You know this shop.", Now.AddHours(8)), before.Kept);

        await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, claim.CaseId));
        var after = await world.Do(World.OtherModerator, new CaseKeeping(claim.CaseId));
        Assert.Equal(("You know this shop.", null), (after.Kept!.Note, after.Kept.Until));
    }

    [Fact]
    public async Task Only_a_lead_who_holds_it_is_asked_for_an_answer()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Satire?"));
        Assert.False((await world.Do(World.Lead, new CaseKeeping(claim.CaseId))).CanAnswer);
        await world.Do(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId));
        Assert.True((await world.Do(World.Lead, new CaseKeeping(claim.CaseId))).CanAnswer);
    }

    [Fact]
    public async Task Of_a_sealed_case_nobody_else_learns_anything() => Assert.Equal(
        ReviewErrors.UnknownCase, await world.Refuse(World.Lead, new CaseKeeping(await RestrictedCase())));
}

public sealed class CaseColleaguesTests : InAQueue
{
    [Fact]
    public async Task Those_who_could_take_it_are_offered_who_is_here_first()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.OtherModerator, new BeHere(new(Guid.NewGuid())));

        Assert.Equal(["plover", "osprey"], (await world.Do(World.Moderator, new CaseColleagues(claim.CaseId))).Select(x => x.Name));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Lead, new CaseColleagues(claim.CaseId)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Lead, new CaseColleagues(await RestrictedCase())));
    }
}
