using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class ClaimNextCaseTests : InAWorld
{
    [Fact]
    public async Task The_gravest_case_comes_first_and_nobody_else_gets_it()
    {
        await Report(await world.Post("mild"), "spam");
        var grave = await Report(await world.Post("grave"), "violence");

        var claim = await Next(World.Moderator);
        Assert.Equal((grave, 1L, Now.AddMinutes(15)), (claim.CaseId, claim.ClaimNumber, claim.LeaseUntil));
        Assert.NotEqual(grave, (await Next(World.OtherModerator)).CaseId);
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Lead, new ClaimNextCase(World.Lead.Id)));
    }

    [Fact]
    public async Task Of_equals_the_one_that_waits_longest_comes_first()
    {
        var first = await Report(await world.Post("first"));
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Report(await world.Post("second"));

        Assert.Equal(first, (await Next(World.Moderator)).CaseId);
    }

    [Fact]
    public async Task A_claim_ends_at_its_instant_and_the_next_has_a_new_number()
    {
        var claim = await world.Claimed(World.Moderator);
        world.Clock.Pass(claim.LeaseUntil - Now - TimeSpan.FromTicks(1));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id)));

        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal((claim.CaseId, 2L), (await Next(World.OtherModerator) is var next ? (next.CaseId, next.ClaimNumber) : default));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
    }

    [Fact]
    public async Task Nobody_is_handed_a_case_on_their_own_account_or_report()
    {
        var author = await Hire("robin", [Role.Moderator], World.Author);
        var reporter = await Hire("finch", [Role.Moderator], new("reporter"));
        await Report(await world.Post());

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(author, new ClaimNextCase(author.Id)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(reporter, new ClaimNextCase(reporter.Id)));
        await Next(World.Moderator);
    }

    [Fact]
    public async Task Restricted_cases_are_for_child_safety_only()
    {
        var sealed_ = await RestrictedCase();

        foreach (var other in new[] { World.Moderator, World.Lead })
            Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(other, new ClaimNextCase(other.Id)));
        Assert.Equal(sealed_, (await Next(World.ChildSafety)).CaseId);

        await Report(await world.Post("ordinary"));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.ChildSafety, new ClaimNextCase(World.ChildSafety.Id)));
    }

    [Fact]
    public async Task People_get_what_they_can_read_whatever_its_regional_form()
    {
        var dutch = await Hire("robin", [Role.Moderator], null, "nl");
        await world.Do(World.Platform, new PutContent(new("pt"), World.Author, ContentKind.Post, Now, Language: "pt"));
        await Report(new("pt"));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(dutch, new ClaimNextCase(dutch.Id)));

        await world.Do(World.Platform, new PutContent(new("be"), World.Author, ContentKind.Post, Now, Language: "nl-BE"));
        var flemish = await Report(new("be"));
        Assert.Equal(flemish, (await Next(dutch)).CaseId);
    }

    [Fact]
    public async Task A_console_of_the_hosts_own_names_who_claims()
    {
        var console = await Program(Scope.Reviewer);
        var open = await Report(await world.Post());

        Assert.Equal(PeopleErrors.UnknownStaff, await world.Refuse(console, new ClaimNextCase(new("nobody"))));
        Assert.Equal(PeopleErrors.UnknownStaff, await world.Refuse(console, new ClaimNextCase(World.Reviewer.Id)));
        Assert.Equal(PeopleErrors.NotAsAnother, await world.Refuse(World.Moderator, new ClaimNextCase(World.OtherModerator.Id)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(console, new ClaimNextCase(World.Moderator.Id, ["escalated"])));
        Assert.Equal(open, (await world.Do(console, new ClaimNextCase(World.Moderator.Id, ["unrouted"]))).CaseId);
    }

    [Fact]
    public async Task Many_at_once_never_get_the_same_case()
    {
        for (var i = 0; i < 6; i++)
            await Report(await world.Post($"post-{i}"));

        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Hire($"robin-{i}", [Role.Moderator])));
        var answers = await Task.WhenAll(people.Select(x => world.Run(x, new ClaimNextCase(x.Id))));
        var claimed = answers.OfType<Result<ClaimNextCase.Answer>.Ok>().Select(x => x.Value.CaseId).ToArray();
        Assert.Equal(6, claimed.Length);
        Assert.Equal(6, claimed.Distinct().Count());
    }

    private Task<ClaimNextCase.Answer> Next(Actor.Staff by) => world.Do(by, new ClaimNextCase(by.Id));
}
