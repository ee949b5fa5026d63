using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Review;

public sealed class ClaimCaseTests : InAWorld
{
    [Fact]
    public async Task This_very_case_is_taken_and_held()
    {
        await Report(await world.Post("other"), "violence");
        var wanted = await Report(await world.Post("wanted"), "spam");

        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, wanted));
        Assert.Equal((wanted, 1L), (claim.CaseId, claim.ClaimNumber));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, wanted)));

        world.Clock.Pass(claim.LeaseUntil - Now);
        Assert.Equal(2, (await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, wanted))).ClaimNumber);
    }

    [Fact]
    public async Task Never_one_on_your_own_account_or_report()
    {
        var author = await Hire("robin", [Role.Moderator], World.Author);
        var reporter = await Hire("finch", [Role.Moderator], new("reporter"));
        var open = await Report(await world.Post());

        Assert.Equal(ReviewErrors.OwnCase, await world.Refuse(author, new ClaimCase(author.Id, open)));
        Assert.Equal(ReviewErrors.OwnCase, await world.Refuse(reporter, new ClaimCase(reporter.Id, open)));
    }

    [Fact]
    public async Task A_closed_case_is_closed()
    {
        var content = await world.Post();
        var open = await Report(content);
        await world.Decide(content);

        Assert.Equal(ReviewErrors.Closed, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, open)));
    }

    [Fact]
    public async Task A_restricted_case_is_unknown_to_all_but_child_safety()
    {
        var hidden = await RestrictedCase();

        foreach (var other in new[] { World.Moderator, World.Lead })
            Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(other, new ClaimCase(other.Id, hidden)));
        Assert.Equal(hidden, (await world.Do(World.ChildSafety, new ClaimCase(World.ChildSafety.Id, hidden))).CaseId);
    }

    [Fact]
    public async Task An_escalated_case_is_for_leads()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, "Is this satire?"));

        Assert.Equal(ReviewErrors.ForLeads, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, claim.CaseId)));
        Assert.False((await world.Do(World.Moderator, new CaseFile(claim.CaseId))).CanClaim);
        Assert.Equal("Is this satire?", (await world.Do(World.Lead, new ClaimCase(World.Lead.Id, claim.CaseId))).Case.Question);
    }

    [Fact]
    public async Task There_is_no_such_case() =>
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, new(Guid.NewGuid()))));

    [Fact]
    public async Task In_ones_own_name_only() => Assert.Equal(
        PeopleErrors.NotAsAnother,
        await world.Refuse(World.Moderator, new ClaimCase(World.OtherModerator.Id, await Report(await world.Post()))));
}
