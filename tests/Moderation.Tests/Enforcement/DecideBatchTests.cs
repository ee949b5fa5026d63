using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.Enforcement;

/// <summary>Tests on many items of a few people.</summary>
public abstract class OnABatch : InAWorld
{
    protected static AccountId Person(int number) => new($"member-{number}");

    /// <summary>Of each person so many items.</summary>
    protected async Task<SubjectRef[]> Items(int people, int each)
    {
        var items = new List<SubjectRef>();
        for (var i = 0; i < people; i++)
            for (var j = 0; j < each; j++)
                items.Add(SubjectRef.Of(await world.Post($"item-{i}-{j}", Person(i))));
        return [.. items];
    }

    protected static DecideBatch Spam(params SubjectRef[] subjects) => new(subjects, "spam", Finding.Violates, null, "One campaign.");

    protected async Task<RunProgress.Answer> Finish(Actor by, RunId run)
    {
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        while (await world.Do(World.Product, new WorkOnRun(run)))
        {
        }

        return await world.Do(by, new RunProgress(run));
    }

    internal int Made() => world.Read(db => db.Decisions.Count(x => x.CauseId == null));
}

public sealed class PreviewBatchTests : OnABatch
{
    private static PreviewBatch Ask(params SubjectRef[] subjects) => Spam(subjects).What;

    [Fact]
    public async Task It_says_what_would_be_done_and_one_strike_a_person()
    {
        var seen = await world.Do(World.Moderator, Ask(await Items(2, each: 3)));

        Assert.Equal((6, 2, 2, 6), (seen.Count, seen.People, seen.Struck, seen.ByOutcome[OutcomeKind.Removed]));
        Assert.Equal(2, Assert.Single(seen.Steps).Value);
        Assert.Equal((false, false, false), (seen.Deviates, seen.NeedsSecondPerson, seen.CostsAccounts));
        Assert.Empty(seen.Left);
    }

    [Fact]
    public async Task It_says_what_is_left_out_and_why()
    {
        var items = await Items(1, each: 4);
        await Report(new(items[0].Id));
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
        await world.Decide(new(items[1].Id), "spam");
        await RestrictedCase("sealed");
        await Hire("kestrel", [Role.Moderator], new("own"));
        var own = SubjectRef.Of(await world.Post("own-post", new("own")));

        var seen = await world.Do(World.Moderator, Ask(
            [.. items, own, new(SubjectKind.Content, "nowhere"), new(SubjectKind.Content, "sealed")]));
        Assert.Equal(2, seen.Count);
        Assert.Equal(
            ["claim.held", "decision.alike", "decision.own", "subject.unknown", "subject.unknown"],
            seen.Left.Select(x => x.Code).Order());
    }

    [Fact]
    public async Task Many_need_a_second_person() => Assert.True((await world.Do(
        World.Moderator, Ask(await Items(1, ShippedRulebook.Read().Windows.BulkLimit + 1)))).NeedsSecondPerson);

    [Fact]
    public async Task Nothing_is_no_batch_and_a_rule_has_to_be_there()
    {
        Assert.Equal(["subjects"], FieldsOf(await world.Refuse(World.Moderator, Ask())));
        var items = await Items(1, 1);
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Moderator, Ask(items) with { Guideline = "nonsense" }));
        Assert.Equal(EnforcementErrors.RestrictedGuideline, await world.Refuse(World.Moderator, Ask(items) with { Guideline = "child-safety" }));
        Assert.Equal(EnforcementErrors.FindingMismatch, await world.Refuse(World.Moderator, Ask(items) with { Guideline = "rec-clickbait" }));
    }
}

public sealed class DecideBatchTests : OnABatch
{
    [Fact]
    public async Task Each_is_decided_alike_and_each_person_hears_once()
    {
        var items = await Items(2, each: 3);
        var run = await world.Do(World.Moderator, Spam(items));
        Assert.Equal((RunState.Running, 6L), (run.State, run.Total));
        var done = await Finish(World.Moderator, run.Id);

        Assert.Equal((RunState.Done, 6L, 6L), (done.State, done.Looked, done.Changed));
        Assert.All(world.Read(db => db.Decisions.Where(x => x.CauseId == null).ToList()), x =>
            Assert.Equal((run.Id, World.Moderator.Id, "spam"), (x.BatchId!.Value, x.DecidedBy!.Value, x.Guideline)));
        Assert.Single((await world.Do(new Actor.Member(Person(0)), new NoticesOf(Person(0)))).Notices);
    }

    [Fact]
    public async Task Until_it_begins_it_may_be_undone_and_nothing_was_done()
    {
        var run = await world.Do(World.Moderator, Spam(await Items(1, each: 2)));
        Assert.False(await world.Do(World.Product, new WorkOnRun(run.Id)));
        await world.Do(World.Moderator, new CancelRun(run.Id));
        await Finish(World.Moderator, run.Id);

        Assert.Equal(0, Made());
        Assert.Contains(world.Read(db => db.Set<AuditEntry>().Select(x => x.Act).ToList()), x => x == nameof(DecideBatch));
    }

    [Fact]
    public async Task Sent_twice_it_is_one()
    {
        var items = await Items(1, each: 2);
        var first = await world.Do(World.Moderator, Spam(items));
        Assert.Equal(first.Id, (await world.Do(World.Moderator, Spam(items))).Id);
        await Finish(World.Moderator, first.Id);
        Assert.Equal(EnforcementErrors.BatchEmpty, await world.Refuse(World.Moderator, Spam(items)));
        Assert.Equal(2, Made());
    }

    [Fact]
    public async Task What_changed_or_was_taken_meanwhile_is_left_and_the_report_says_so()
    {
        var items = await Items(1, each: 3);
        var run = await world.Do(World.Moderator, Spam(items));
        await world.Post(items[0].Id, Person(0), "Nothing bad any more.");
        await Report(new(items[1].Id));
        await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id));
        var done = await Finish(World.Moderator, run.Id);

        Assert.Equal((3L, 1L), (done.Looked, done.Changed));
        Assert.Equal(
            ["claim.held", "decision.revisionChanged", "done"],
            done.Report!.Value.EnumerateArray().Select(x => x.GetProperty("code").GetString()!).Order());
    }

    [Fact]
    public async Task Many_wait_for_a_lead()
    {
        var run = await world.Do(World.Moderator, Spam(await Items(1, ShippedRulebook.Read().Windows.BulkLimit + 1)));
        Assert.Equal(RunState.Proposed, run.State);
        await world.Do(World.Lead, new AgreeToRun(run.Id));
        Assert.Equal(run.Total, (await Finish(World.Moderator, run.Id)).Changed);
    }

    [Fact]
    public async Task Who_does_not_work_here_any_more_decides_nothing()
    {
        var run = await world.Do(World.Moderator, Spam(await Items(1, each: 2)));
        await Hire("kestrel", [Role.FactChecker]);
        Assert.Equal(RunState.Cancelled, (await Finish(World.Lead, run.Id)).State);
        Assert.Equal(0, Made());
    }

    [Fact]
    public async Task Other_outcomes_than_the_rules_need_a_reason_and_accounts_are_not_closed_alone()
    {
        var batch = Spam(await Items(2, each: 1)) with { Outcomes = [new(OutcomeKind.Disabled)] };
        Assert.Equal(EnforcementErrors.DeviationReason, await world.Refuse(World.Moderator, batch));
        var run = await world.Do(World.Moderator, batch with { DeviationReason = "Bots." });
        await Finish(World.Moderator, run.Id);

        Assert.Equal(2, world.Read(db => db.Runs.Count(x => x.Kind == RunKind.Disabling && x.State == RunState.Proposed)));
        Assert.Equal(2, world.Read(db => db.Outcomes.Count(x => x.Kind == OutcomeKind.Suspended)));
    }

    [Fact]
    public async Task It_has_a_reason() =>
        Assert.Equal(["rationale"], FieldsOf(await world.Refuse(World.Moderator, Spam(await Items(1, 1)) with { Rationale = "" })));
}
