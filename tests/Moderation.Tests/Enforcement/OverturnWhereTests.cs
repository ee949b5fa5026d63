using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.Guidelines;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

/// <summary>Tests with a rule that was wrong, among decisions that were right.</summary>
public abstract class OnABadRule : InAWorld
{
    protected static AccountId Person(int number) => new($"member-{number:00}");

    protected static readonly DateTimeOffset Ever = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected static OverturnWhere Everything { get; } = new("giveaway-text", null, null, null, Ever, Ever.AddYears(10), "It took giveaways for fraud.", "trust team");

    /// <summary>Of each person so many items, each wrongly found to be fraud.</summary>
    protected async Task<DecisionId[]> WrongAbout(int people, int each = 1)
    {
        var decisions = new List<DecisionId>();
        for (var i = 0; i < people; i++)
            for (var j = 0; j < each; j++)
                decisions.Add(Assert.IsType<Result<EnforceDirectly.Answer>.Ok>(
                    await world.TryAutomate(await world.Post($"wrong-{i}-{j}", Person(i)))).Value.Id);

        world.Clock.Pass(TimeSpan.FromHours(2));
        return [.. decisions];
    }

    protected async Task<int> Finish(RunId run)
    {
        // Its time to undo has passed.
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        var chunks = 1;
        while (await world.Do(World.Product, new WorkOnRun(run)))
            chunks++;
        return chunks;
    }

    internal DecisionState StateOf(DecisionId decision) => world.Read(db => db.Decisions.Single(x => x.Id == decision)).State;

    protected async Task<IReadOnlyList<NoticesOf.Row>> Told(AccountId person) =>
        (await world.Do(new Actor.Member(person), new NoticesOf(person))).Notices;
}

public sealed class PreviewOverturnWhereTests : OnABadRule
{
    private static PreviewOverturnWhere All => Everything.Where;

    [Fact]
    public async Task It_says_how_many_on_whom_and_what()
    {
        await WrongAbout(3, each: 2);
        await world.Decide(await world.Post());
        var seen = await world.Do(World.Lead, All);

        Assert.Equal((6, 3, 6), (seen.Count, seen.Accounts, seen.Sample.Count));
        Assert.Equal(6, seen.ByGuideline["fraud"]);
        Assert.Equal((6, 6), (seen.ByOutcome[OutcomeKind.Removed], seen.ByOutcome[OutcomeKind.Strike]));
        Assert.False(seen.NeedsSecondPerson);
    }

    [Fact]
    public async Task It_says_to_pause_the_source_where_it_seems_to_go_on()
    {
        await WrongAbout(1);
        Assert.True((await world.Do(World.Lead, All)).PauseFirst);
        Assert.False((await world.Do(World.Lead, All with { Until = Now })).PauseFirst);
        await world.TryAutomate(await world.Post("just-now"));
        Assert.True((await world.Do(World.Lead, All with { Until = Now.AddTicks(1) })).PauseFirst);
    }

    [Fact]
    public async Task Something_must_be_named_and_time_goes_forward()
    {
        Assert.Equal(["detector"], FieldsOf(await world.Refuse(World.Lead, All with { Detector = null })));
        Assert.Equal(["until"], FieldsOf(await world.Refuse(World.Lead, All with { Until = Ever })));
    }

    [Theory]
    [InlineData("fraud", 2)]
    [InlineData("frau", 0)]
    [InlineData("spam", 1)]
    public async Task A_guideline_is_meant_with_its_clauses(string guideline, int count)
    {
        await world.Decide(await world.Post("one"), "fraud");
        await world.Decide(await world.Post("two"), ShippedRulebook.Read().Find("fraud")!.Clauses[0].Code);
        await world.Decide(await world.Post("three"), "spam");
        Assert.Equal(count, (await world.Do(World.Lead, All with { Detector = null, Guideline = guideline })).Count);
    }

    [Fact]
    public async Task What_is_restricted_a_lead_does_not_find()
    {
        await world.Decide(await world.Post(), "child-safety", by: "wren");
        var asked = All with { Detector = null, Guideline = "child-safety" };
        Assert.Equal(0, (await world.Do(World.Lead, asked)).Count);
        Assert.Equal(1, (await world.Do(await Program(Scope.Enforcer), asked)).Count);
    }
}

public sealed class OverturnWhereTests : OnABadRule
{
    [Fact]
    public async Task Everything_it_found_never_was_and_the_rest_stands()
    {
        var wrong = await WrongAbout(3, each: 2);
        var right = await world.Decide(await world.Post("right", Person(0)));
        var run = (await world.Do(await Program(Scope.Enforcer), Everything)).Run!;
        Assert.Equal((RunState.Running, 6L), (run.State, run.Total));
        await Finish(run.Id);

        Assert.All(wrong, x => Assert.Equal(DecisionState.Overturned, StateOf(x)));
        Assert.Equal(DecisionState.InForce, StateOf(right.Id));
        Assert.Equal(6, world.Read(db => db.Set<Clearance>().Count()));
        Assert.True((await world.Verdict(Surface.Feed, new("wrong-1-0"))).IsPlainAllow);
        Assert.Single((await world.Do(new Actor.Member(Person(0)), new AccountStatus(Person(0)))).Strikes);
        var done = await world.Do(World.Lead, new RunProgress(run.Id));
        Assert.Equal((RunState.Done, 6L, 6L), (done.State, done.Looked, done.Changed));
        Assert.Equal(3, done.Report!.Value.GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task Each_person_hears_once()
    {
        await WrongAbout(2, each: 4);
        var before = (await Told(Person(1))).Count;
        await Finish((await world.Do(World.Lead, Everything)).Run!.Id);

        var notice = Assert.Single((await Told(Person(1))).Skip(before));
        Assert.Equal(NoticeKind.Overturned, notice.Kind);
        // Four of the content, and the steps that their strikes had reached.
        Assert.True(notice.Decisions.Count > 4);
    }

    [Fact]
    public async Task One_persons_are_never_parted_however_many()
    {
        var content = await world.Post("often");
        for (var i = 0; i < OverturnWhereWork.ChunkSize + 5; i++)
            await world.Decide(content, "rec-clickbait", Finding.NotRecommendable);
        world.Clock.Pass(TimeSpan.FromHours(2));
        var run = (await world.Do(await Program(Scope.Enforcer), Everything with { Detector = null, Guideline = "rec-clickbait" })).Run!.Id;
        await world.Do(World.Product, new WorkOnRun(run));
        Assert.Equal(OverturnWhereWork.ChunkSize + 5, (await world.Do(await Program(Scope.Enforcer), new RunProgress(run))).Changed);
    }

    [Fact]
    public async Task Many_people_take_many_chunks_and_it_may_be_stopped_between()
    {
        await WrongAbout(OverturnWhereWork.ChunkSize / 2 + 10, each: 2);
        var program = await Program(Scope.Enforcer);
        var run = (await world.Do(program, Everything)).Run!;
        Assert.True(await world.Do(World.Product, new WorkOnRun(run.Id)));
        await world.Do(program, new CancelRun(run.Id));
        Assert.False(await world.Do(World.Product, new WorkOnRun(run.Id)));

        var after = await world.Do(program, new RunProgress(run.Id));
        Assert.Equal((RunState.Cancelled, run.Total - after.Changed), (after.State, (long)(await world.Do(program, Everything.Where)).Count));
        Assert.InRange(after.Changed, OverturnWhereWork.ChunkSize / 2, OverturnWhereWork.ChunkSize);
    }

    [Fact]
    public async Task What_the_rule_decides_meanwhile_is_found_too()
    {
        await WrongAbout(2);
        var run = (await world.Do(await Program(Scope.Enforcer), Everything)).Run!.Id;
        await world.Do(World.Product, new WorkOnRun(run));
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var late = Assert.IsType<Result<EnforceDirectly.Answer>.Ok>(await world.TryAutomate(await world.Post("late", new("aaa-first")))).Value.Id;
        await Finish(run);
        Assert.Equal(DecisionState.Overturned, StateOf(late));
    }

    [Fact]
    public async Task Where_nothing_is_found_there_is_no_run() =>
        Assert.Equal(new OverturnWhere.Answer(0, null), await world.Do(World.Lead, Everything));

    [Fact]
    public async Task It_has_a_reason_and_names_something()
    {
        Assert.Equal(["reason"], FieldsOf(await world.Refuse(World.Lead, Everything with { Reason = "" })));
        Assert.Equal(["detector"], FieldsOf(await world.Refuse(World.Lead, Everything with { Detector = null })));
    }

    [Fact]
    public async Task Many_need_another_lead_unless_a_program_asks()
    {
        var limit = ShippedRulebook.Read().Windows.BulkLimit;
        await WrongAbout(1, each: limit + 1);
        Assert.Equal(RunState.Proposed, (await world.Do(World.Lead, Everything)).Run!.State);
        Assert.Equal(RunState.Running, (await world.Do(await Program(Scope.Enforcer), Everything)).Run!.State);
    }

    [Fact]
    public async Task What_an_authority_ordered_is_neither_counted_nor_taken_back()
    {
        var wrong = await WrongAbout(1);
        var ordered = (await world.Do(World.Lead, ObeyOrderTests.Order(SubjectRef.Of(await world.Post("ordered"))))).Decisions[0].Id;
        var all = Everything with { Detector = null, Guideline = "legal.order" };
        Assert.Equal(0, (await world.Do(World.Lead, all.Where)).Count);
        Assert.Equal(new OverturnWhere.Answer(0, null), await world.Do(World.Lead, all));

        await Finish((await world.Do(World.Lead, Everything)).Run!.Id);
        Assert.Equal([DecisionState.Overturned, DecisionState.InForce], new[] { wrong[0], ordered }.Select(StateOf));
    }

    [Fact]
    public async Task Ones_own_are_left_to_somebody_else()
    {
        var wrong = await WrongAbout(2);
        await Hire("osprey", [Role.Lead, Role.Moderator], Person(0));
        await Finish((await world.Do(World.Lead, Everything)).Run!.Id);
        Assert.Equal([DecisionState.InForce, DecisionState.Overturned], wrong.Select(StateOf));
    }
}
