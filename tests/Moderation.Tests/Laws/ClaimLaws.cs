using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Laws;

// Law 5: nobody judges twice, nobody judges their own. (Two processes on one file: in the end-to-end tests.)
public sealed class ClaimLaws : IAsyncLifetime
{
    private const int People = 16;
    private const int Cases = 60;

    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task However_many_claim_at_once_a_case_has_one_holder_and_one_decision()
    {
        Actor.Staff[] people = [.. Enumerable.Range(0, People).Select(x => new Actor.Staff(new($"m{x}")))];
        foreach (var person in people)
            await world.Do(World.Product, new PutStaff(person.Id, person.Id.Value, null, [Role.Moderator], null, null, Active: true));
        for (var i = 0; i < Cases; i++)
            await world.Do(World.Platform, new FileReport(SubjectRef.Of(await world.Post($"post-{i}", new AccountId($"author-{i}"))), null, "spam"));

        var worked = await Task.WhenAll(people.Select(Work));

        var decided = worked.SelectMany(x => x).ToArray();
        Assert.Equal(Cases, decided.Length);
        Assert.Equal(Cases, decided.Distinct().Count());
        Assert.Equal(Cases, world.Read(db => db.Decisions.Count(x => x.CauseId == null)));
    }

    [Fact]
    public async Task A_claim_ends_by_itself_and_its_number_is_then_worth_nothing()
    {
        var claim = await world.Claimed(World.Moderator);
        world.Clock.Pass(claim.LeaseUntil - world.Clock.GetUtcNow());

        var other = await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
        Assert.Equal((claim.CaseId, claim.ClaimNumber + 1), (other.CaseId, other.ClaimNumber));
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        await world.Do(World.OtherModerator, Decide(World.OtherModerator, other));
    }

    [Fact]
    public async Task An_old_number_is_worth_nothing_even_to_who_held_it()
    {
        var first = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new ReleaseClaim(World.Moderator.Id, first.CaseId, first.ClaimNumber));
        var second = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, first.CaseId));

        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, first)));
        world.Clock.Pass(second.LeaseUntil - world.Clock.GetUtcNow());
        Assert.Equal(ReviewErrors.StaleClaim, await world.Refuse(World.Moderator, Decide(World.Moderator, second)));
    }

    [Fact]
    public async Task What_somebody_holds_nobody_else_can_take()
    {
        var claim = await world.Claimed(World.Moderator);

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id)));
        Assert.Equal(ReviewErrors.HeldByAnother, await world.Refuse(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, claim.CaseId)));
    }

    [Fact]
    public async Task Whoever_decided_never_rules_on_the_appeal()
    {
        var claim = await world.Claimed(World.OtherModerator);
        var decision = await world.Do(World.OtherModerator, Decide(World.OtherModerator, claim));
        var appeal = await world.Appeal(decision.Id);

        Assert.Equal(AppealErrors.SameReviewer, await world.Refuse(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id, appeal)));
        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.OtherModerator, new ClaimAppeal(World.OtherModerator.Id)));
        Assert.Equal(AppealErrors.SameReviewer, await world.Refuse(
            World.OtherModerator, new RuleOnAppeal(appeal, World.OtherModerator.Id, 1, Ruling.Upheld, null, "I was right.")));
    }

    [Theory]
    [InlineData("author")]
    [InlineData("reporter")]
    public async Task Nobody_is_handed_what_is_about_themselves(string own)
    {
        await world.Do(World.Product, new PutStaff(
            World.Moderator.Id, "Kestrel", null, [Role.Moderator], null, null, Active: true, Account: new AccountId(own)));
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(await world.Post()), new AccountId("reporter"), "spam"));

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Moderator, new ClaimNextCase(World.Moderator.Id)));
        var id = world.Read(db => db.Cases.Single().Id);
        Assert.Equal(ReviewErrors.OwnCase, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, id)));
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
    }

    // Half of them decide; the others give back, so that cases pass from hand to hand.
    private async Task<List<CaseId>> Work(Actor.Staff person, int number)
    {
        var decided = new List<CaseId>();
        while ((await world.Run(person, new ClaimNextCase(person.Id))).IsOk(out var claim, out _))
        {
            if ((claim.ClaimNumber + number) % 3 == 0 && claim.ClaimNumber < 4)
                await world.Do(person, new ReleaseClaim(person.Id, claim.CaseId, claim.ClaimNumber));
            else if ((await world.Run(person, Decide(person, claim))) is Result<EnforceDirectly.Answer>.Ok)
                decided.Add(claim.CaseId);
        }

        return decided;
    }

    private static DecideCase Decide(Actor.Staff by, ClaimNextCase.Answer claim) =>
        new(by.Id, claim.CaseId, claim.ClaimNumber, claim.Case.Revision, "spam", Finding.Violates, null, "Seen before.");
}
