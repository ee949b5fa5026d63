using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class AnswerEscalationTests : InAQueue
{
    [Fact]
    public async Task It_goes_back_to_where_it_waited_kept_for_who_asked()
    {
        var lead = await Asked();
        await world.Do(World.Lead, Answer(lead));

        Assert.Equal(ReviewErrors.Kept, await world.Refuse(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, lead.CaseId)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Lead, Decide(World.Lead, lead)));
        await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, lead.CaseId));
        Assert.Equal(Scams, world.Read(db => db.Lanes.Single(x => x.Id == Stored(lead.CaseId).LaneId).Queue));

        var said = await world.Do(World.Moderator, new CaseKeeping(lead.CaseId));
        Assert.Equal(("Is this satire?", "kestrel", "Yes, and it says so.", "osprey"), (said.Asked!.Text, said.Asked.By, said.Answered!.Text, said.Answered.By));
    }

    [Fact]
    public async Task After_a_working_day_it_is_everybodys()
    {
        var lead = await Asked();
        await world.Do(World.Lead, Answer(lead));
        world.Clock.Pass(TimeSpan.FromHours(8));

        await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, lead.CaseId));
    }

    [Fact]
    public async Task Where_who_asked_is_away_it_is_everybodys_at_once()
    {
        var lead = await Asked();
        await world.Do(World.Moderator, new PlanAbsence(World.Moderator.Id, Now, Now.AddDays(1)));
        await world.Do(World.Lead, Answer(lead));

        await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, lead.CaseId));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public async Task While_it_waits_for_the_answer_the_clock_stands_still_where_the_queue_says_so(bool pauses, int hours)
    {
        var claim = await InScams(World.Moderator, pauses);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Is this satire?"));
        Assert.Equal(pauses, Stored(claim.CaseId).IsPausedAt(Now.AddYears(1)));
        world.Clock.Pass(TimeSpan.FromHours(3));
        await world.Do(World.Lead, Answer(await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id))));

        Assert.Equal((claim.Case.DueAt.AddHours(hours), false), (Stored(claim.CaseId).DueAt, Stored(claim.CaseId).IsPausedAt(Now)));
    }

    [Fact]
    public async Task What_was_not_asked_is_not_answered()
    {
        var claim = await world.Claimed(World.Lead);
        Assert.Equal(ReviewErrors.NotAsked, await world.Refuse(World.Lead, Answer(claim)));

        var lead = await Asked("post-2");
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Moderator, Answer(lead) with { Reviewer = World.Moderator.Id }));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Lead, Answer(lead) with { ClaimNumber = 1 }));
        Assert.Equal(["text"], FieldsOf(await world.Refuse(World.Lead, Answer(lead) with { Text = "" })));
    }

    [Fact]
    public async Task A_restricted_case_stays_with_specialists()
    {
        await RestrictedCase();
        var claim = await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));
        await world.Do(World.ChildSafety, new EscalateCase(World.ChildSafety.Id, claim.CaseId, claim.ClaimNumber, "Seen before?"));
        var again = await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));
        await world.Do(World.ChildSafety, Answer(again) with { Reviewer = World.ChildSafety.Id });

        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId)));
        await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));
    }

    // Asked by the moderator, taken by the lead.
    private async Task<ClaimNextCase.Answer> Asked(string id = "post-1")
    {
        var claim = await InScams(World.Moderator, id: id);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Is this satire?"));
        return await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id));
    }

    private static AnswerEscalation Answer(ClaimNextCase.Answer claim) => new(World.Lead.Id, claim.CaseId, claim.ClaimNumber, "Yes, and it says so.");
}
