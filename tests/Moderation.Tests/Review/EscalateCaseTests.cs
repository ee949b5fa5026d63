using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class EscalateCaseTests : InAWorld
{
    [Fact]
    public async Task It_goes_to_leads_with_its_question()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Escalate(claim));

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Moderator, new ClaimNextCase(World.Moderator.Id)));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        var taken = await world.Do(World.Lead, new ClaimNextCase(World.Lead.Id));
        Assert.Equal((claim.CaseId, "Is this satire?"), (taken.CaseId, taken.Case.Question));
    }

    [Fact]
    public async Task Who_handed_it_on_holds_it_no_more()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Escalate(claim));

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Escalate(claim)));
    }

    [Fact]
    public async Task A_further_report_leaves_it_with_the_leads()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, Escalate(claim));
        Assert.Equal(claim.CaseId, await Report(new("post-1"), reporter: "another"));

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Moderator, new ClaimNextCase(World.Moderator.Id)));
    }

    [Fact]
    public async Task A_restricted_case_never_leaves_child_safety()
    {
        await RestrictedCase();
        var claim = await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id));
        await world.Do(World.ChildSafety, Escalate(claim) with { Reviewer = World.ChildSafety.Id });

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Lead, new ClaimNextCase(World.Lead.Id)));
        Assert.Equal(claim.CaseId, (await world.Do(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id))).CaseId);
    }

    [Fact]
    public async Task Without_a_question_there_is_nothing_to_answer() =>
        Assert.Equal(["question"], FieldsOf(await world.Refuse(World.Moderator, Escalate(await world.Claimed(World.Moderator)) with { Question = "" })));

    [Fact]
    public async Task Only_who_holds_it_hands_it_on() => Assert.Equal(
        ReviewErrors.StaleClaim,
        await world.Refuse(World.OtherModerator, Escalate(await world.Claimed(World.Moderator)) with { Reviewer = World.OtherModerator.Id }));

    private static EscalateCase Escalate(ClaimNextCase.Answer claim) =>
        new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Is this satire?");
}
