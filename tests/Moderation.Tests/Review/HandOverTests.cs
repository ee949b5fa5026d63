using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class HandOverTests : InAQueue
{
    [Fact]
    public async Task It_is_theirs_until_it_falls_back_to_everybody()
    {
        var claim = await world.Claimed(World.Moderator);
        var answer = await world.Do(World.Moderator, Hand(claim));
        Assert.Equal(Now.AddHours(8), answer.KeptUntil);

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Lead, new ClaimNextCase(World.Lead.Id)));
        Assert.Equal(ReviewErrors.Kept, await world.Refuse(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));

        world.Clock.Pass(TimeSpan.FromHours(8));
        Assert.Equal(claim.CaseId, (await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id))).CaseId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_may_claim_it_at_once_and_then_nobody_else_may(bool byName)
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Hand(claim));
        var theirs = byName
            ? await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, claim.CaseId))
            : await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));

        Assert.Equal((claim.CaseId, Now.AddMinutes(15)), (theirs.CaseId, theirs.LeaseUntil));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId)));
        await world.Do(World.OtherModerator, new ReleaseClaim(World.OtherModerator.Id, claim.CaseId, theirs.ClaimNumber));
        await world.Do(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId));
    }

    [Fact]
    public async Task What_is_kept_does_not_come_before_what_is_graver()
    {
        var claim = await world.Claimed(World.Moderator, guideline: "spam");
        await world.Do(World.Moderator, Hand(claim));
        var grave = await Report(await world.Post("grave"), "violence");

        Assert.Equal(grave, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
        Assert.Equal(claim.CaseId, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task Something_graver_makes_it_everybodys()
    {
        var claim = await world.Claimed(World.Moderator, guideline: "spam");
        await world.Do(World.Moderator, Hand(claim));
        await Report(new("post-1"), "violence", "another");

        Assert.Equal(claim.CaseId, (await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id))).CaseId);
    }

    [Fact]
    public async Task Not_to_who_is_not_there_or_is_oneself_or_one_of_two()
    {
        var claim = await world.Claimed(World.Moderator);
        await Hire("robin", [Role.Moderator]);
        await world.Do(World.Product, new PutStaff(new("robin-2"), "Robin", "robin the quick", [Role.Moderator], null, null, Active: true));

        Assert.Equal(ReviewErrors.UnknownColleague, await world.Refuse(World.Moderator, Hand(claim, "nobody")));
        Assert.Equal(ReviewErrors.UnknownColleague, await world.Refuse(World.Moderator, Hand(claim, "heron")));
        Assert.Equal(ReviewErrors.SameColleague, await world.Refuse(World.Moderator, Hand(claim, "kestrel")));
        Assert.Equal(ReviewErrors.AmbiguousColleague, await world.Refuse(World.Moderator, Hand(claim, "robin the quick")));
    }

    [Fact]
    public async Task Not_to_who_may_not_see_it_or_whose_own_it_is()
    {
        var owner = await Hire("robin", [Role.Moderator], World.Author);
        var member = await Hire("finch", [Role.Moderator]);
        var claim = await world.Claimed(World.Moderator);
        Open(members: member.Id);
        Put(claim.CaseId);

        Assert.Equal(ReviewErrors.ColleagueMayNot, await world.Refuse(World.Moderator, Hand(claim, "wren")));
        Assert.Equal(ReviewErrors.ColleagueMayNot, await world.Refuse(World.Moderator, Hand(claim, "robin the quick")));
        Assert.Equal(ReviewErrors.ColleagueMayNot, await world.Refuse(World.Moderator, Hand(claim, "plover")));
        Assert.NotEqual(owner, member);
        await world.Do(World.Moderator, Hand(claim, "finch the quick"));
    }

    [Fact]
    public async Task Not_to_who_lacks_the_language_or_the_skill()
    {
        await Hire("robin", [Role.Moderator], null, "nl");
        await world.Do(World.Platform, new PutContent(new("pt"), World.Author, ContentKind.Post, Now, Language: "pt"));
        var portuguese = await Report(new("pt"));
        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, portuguese));
        Assert.Equal(ReviewErrors.ColleagueLanguage, await world.Refuse(World.Moderator, Hand(claim, "robin the quick")));

        Put(portuguese, "unrouted", skill: "fraud");
        Assert.Equal(ReviewErrors.ColleagueSkill, await world.Refuse(World.Moderator, Hand(claim)));
    }

    [Fact]
    public async Task Not_to_who_is_away_and_only_until_they_go()
    {
        var claim = await world.Claimed(World.Moderator);
        var absence = await world.Do(World.OtherModerator, new PlanAbsence(World.OtherModerator.Id, Now, Now.AddHours(1)));
        Assert.Equal(ReviewErrors.ColleagueAway, await world.Refuse(World.Moderator, Hand(claim)));

        await world.Do(World.OtherModerator, new EndAbsence(absence));
        await world.Do(World.OtherModerator, new PlanAbsence(World.OtherModerator.Id, Now.AddHours(2), Now.AddDays(2)));
        Assert.Equal(Now.AddHours(2), (await world.Do(World.Moderator, Hand(claim))).KeptUntil);
    }

    [Fact]
    public async Task Only_who_holds_it_hands_it_over_and_not_without_a_word()
    {
        var claim = await world.Claimed(World.Moderator);
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Lead, Hand(claim) with { Reviewer = World.Lead.Id }));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.Lead, Hand(claim)));
        Assert.Equal(["note"], FieldsOf(await world.Refuse(World.Moderator, Hand(claim) with { Note = "" })));
    }

    [Fact]
    public async Task Who_goes_away_or_works_here_no_more_gives_it_back_at_once()
    {
        var first = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Hand(first));
        await world.Do(World.Lead, new PlanAbsence(World.OtherModerator.Id, Now, Now.AddDays(1)));
        Assert.Equal(first.CaseId, (await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id))).CaseId);

        await Hire("robin", [Role.Moderator]);
        var again = await world.Claimed(World.Lead, "post-2");
        await world.Do(World.Lead, Hand(again, "robin the quick") with { Reviewer = World.Lead.Id });
        await world.Do(World.Product, new PutStaff(new("robin"), "robin", null, [Role.Moderator], null, null, Active: false));
        Assert.Equal(again.CaseId, (await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id))).CaseId);
    }

    [Fact]
    public async Task An_absence_planned_later_ends_the_keeping_when_it_begins()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Hand(claim));
        await world.Do(World.Lead, new PlanAbsence(World.OtherModerator.Id, Now.AddHours(1), Now.AddDays(1)));

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Lead, new ClaimNextCase(World.Lead.Id)));
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id));
    }
}
