using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Detection;

public sealed class RecordSuspicionsTests : InAWorld
{
    private static Suspicion Suspected => new(World.Author, Pods.Name, Pods.Version, "engagement pod", 0.9, "Suspicion.Pod|14|10|87|96|6");

    [Fact]
    public async Task It_comes_before_a_person_with_what_was_seen()
    {
        await Known();
        Assert.Equal(1, await Record(Suspected));

        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        var file = await world.Do(World.Moderator, new CaseFile(claim.CaseId));
        Assert.Equal(SubjectRef.Of(World.Author), file.Subject);
        var signal = Assert.Single(file.Signals);
        Assert.Equal(
            (Pods.Name, "1", "engagement pod", 0.9, "inauthentic-engagement", "Suspicion.Pod|14|10|87|96|6"),
            (signal.Detector, signal.Version, signal.Label, signal.Score, signal.Guideline, signal.Explanation));
    }

    [Fact]
    public async Task Decided_it_keeps_the_account_from_being_recommended_until_an_end_and_overturned_it_never_did()
    {
        await Known();
        await Record(Suspected);
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        var decision = await world.Do(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, null, "inauthentic-engagement", Finding.Violates, null, "They like one another by agreement."));
        var outcome = Assert.Single(world.Read(db => db.Outcomes.Where(x => x.DecisionId == decision.Id).ToList()));
        Assert.Equal((OutcomeKind.NotRecommended, Now.AddDays(90)), (outcome.Kind, outcome.Until));

        await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);
        Assert.DoesNotContain(world.Read(db => db.Outcomes.ToList()), x => x.IsInForce(Now));
        Assert.Equal(1, await Record(sweep: 2, Suspected with { Detector = DeviceFarm.Name }));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
    }

    [Fact]
    public async Task The_same_is_said_once_and_again_only_after_a_while()
    {
        await Known();
        Assert.Equal(1, await Record(Suspected, Suspected with { Score = 0.8 }));
        Assert.Equal(0, await Record(Suspected));
        Assert.Equal(0, await Record(sweep: 2, Suspected));
        Assert.Equal(1, await Record(Suspected with { Detector = DeviceFarm.Name }));

        world.Clock.Pass(RecordSuspicions.Quiet - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Record(sweep: 3, Suspected with { Version = "2" }));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Record(sweep: 4, Suspected));
    }

    [Fact]
    public async Task What_a_person_cleared_stays_cleared()
    {
        await Known();
        var decision = await world.Do(World.Product, new EnforceDirectly(
            SubjectRef.Of(World.Author), null, "inauthentic-engagement", Finding.Violates, null, "As seen.", Automation.None, World.Moderator.Id));
        await world.Rule(await world.Appeal(decision.Id), Ruling.Overturned);

        Assert.Equal(1, await Record(Suspected));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
    }

    [Fact]
    public async Task Of_whom_nobody_told_it_waits_until_somebody_does()
    {
        Assert.Equal(1, await Record(Suspected));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        await Known();
        Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
    }

    [Fact]
    public async Task There_are_one_to_a_hundred()
    {
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new RecordSuspicions(1, []))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Product, new RecordSuspicions(1, [.. Enumerable.Repeat(Suspected, 101)]))));
    }

    private Task<PutAccount.Answer> Known() => world.Do(World.Platform, new PutAccount(World.Author, "author"));

    private Task<int> Record(params Suspicion[] suspicions) => Record(1, suspicions);

    private Task<int> Record(long sweep, params Suspicion[] suspicions) => world.Do(World.Product, new RecordSuspicions(sweep, suspicions));
}
