using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Review;

public sealed class SaveQueueTests : InAWorld
{
    private static readonly RoutingRule Fraud = RoutingRule.Empty with { Guidelines = ["fraud"] };

    [Fact]
    public async Task Cases_come_to_the_queue_that_asks_for_them_and_the_rest_is_unrouted()
    {
        await Save("scams", Fraud);
        await Report(await world.Post("scam"), "fraud");
        await Report(await world.Post("other"), "spam");

        Assert.Equal(["scams", Lane.Unrouted], [QueueOf("scam"), QueueOf("other")]);
    }

    [Fact]
    public async Task A_case_moves_when_what_is_known_of_it_changes_and_keeps_who_holds_it()
    {
        await Save("scams", Fraud);
        await Save("spam", RoutingRule.Empty with { Guidelines = ["spam"] });
        var claim = await world.Claimed(World.Moderator, guideline: "spam");
        Assert.Equal("spam", QueueOf("post-1"));

        await Report(new("post-1"), "fraud", "another");
        Assert.Equal("scams", QueueOf("post-1"));
        await world.Do(World.Moderator, new RenewClaim(World.Moderator.Id, claim.CaseId, claim.ClaimNumber));
    }

    [Fact]
    public async Task Two_queues_that_ask_for_one_case_are_refused_with_the_case()
    {
        await Save("scams", Fraud with { Languages = ["nl", "en"] });
        var refusal = await world.Refuse(World.Lead, Queue("dutch", RoutingRule.Empty with { Languages = ["nl"], Countries = ["BE"], MinReach = 1000 }));

        Assert.Equal("queue.overlap", refusal.Code);
        foreach (var part in new[] { "'Scams'", "guideline fraud", "language nl", "country BE", "reach 1000" })
            Assert.Contains(part, refusal.Words, StringComparison.OrdinalIgnoreCase);

        // One that is off asks for nothing, and a queue may overlap itself.
        await world.Do(World.Lead, Queue("dutch", RoutingRule.Empty with { Languages = ["nl"] }) with { IsActive = false });
        await world.Do(World.Lead, Queue("scams", Fraud, Fraud with { Languages = ["nl"] }));
        Assert.Equal("queue.overlap", (await world.Refuse(World.Lead, Queue("dutch", RoutingRule.Empty with { Languages = ["nl"] }))).Code);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_by_name()
    {
        Assert.Equal(ReviewErrors.QueueReserved, await world.Refuse(World.Lead, Queue(Lane.Unrouted, Fraud)));
        Assert.Equal("queue.unknownGuideline", (await world.Refuse(World.Lead, Queue("scams", RoutingRule.Empty with { Guidelines = ["no-such"] }))).Code);
        // What is restricted is not there for queues.
        Assert.Equal("queue.unknownGuideline", (await world.Refuse(World.Lead, Queue("scams", RoutingRule.Empty with { Guidelines = ["child-safety"] }))).Code);
        foreach (var bad in new[]
        {
            RoutingRule.Empty, Fraud with { Languages = ["nl-BE"] }, Fraud with { Countries = ["nl"] }, Fraud with { MinReach = 5, MaxReach = 4 },
            Fraud with { MinScore = 1.5 }, Fraud with { Sources = [CaseSource.Overturn] }, Fraud with { Kinds = [(RoutedKind)99] },
        })
            Assert.Equal("request.invalid", (await world.Refuse(World.Lead, Queue("scams", bad))).Code);
        Assert.Equal("request.invalid", (await world.Refuse(World.Lead, Queue("Scams!", Fraud))).Code);
        Assert.Equal("request.invalid", (await world.Refuse(World.Lead, Queue("scams", Fraud) with { DueHours = new(0, 1, 1, 1) })).Code);
    }

    [Fact]
    public async Task Only_its_people_and_leads_see_and_take_what_waits_in_it()
    {
        await world.Do(World.Lead, Queue("scams", Fraud) with { Members = [World.OtherModerator.Id] });
        var content = await world.Post();
        var @case = await Report(content);

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Moderator, new ClaimNextCase(World.Moderator.Id)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new ClaimCase(World.Moderator.Id, @case)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new Moderation.Transparency.CaseFile(@case)));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new Moderation.Eligibility.PreviewDecision(@case, "fraud", Finding.Violates, null)));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.DoesNotContain((await world.Do(World.Moderator, new QueueList())).Queues, x => x.Code == "scams");
        Assert.Equal(EnforcementErrors.BatchEmpty, await world.Refuse(World.Moderator, new DecideBatch([SubjectRef.Of(content)], "fraud", Finding.Violates, null, "As seen.")));

        Assert.Single((await world.Do(World.Lead, new ReviewQueue())).Rows);
        Assert.Equal(@case, (await world.Do(World.OtherModerator, new ClaimNextCase(World.OtherModerator.Id))).CaseId);
    }

    [Fact]
    public async Task What_a_queue_asks_a_skill_for_goes_to_who_has_it()
    {
        await world.Do(World.Lead, Queue("scams", Fraud) with { Skill = "finance" });
        await Report(await world.Post());

        Assert.Equal(ReviewErrors.NothingWaits, await world.Refuse(World.Moderator, new ClaimNextCase(World.Moderator.Id)));
        await world.Do(World.Product, new PutStaff(World.Moderator.Id, "kestrel", "kestrel", [Role.Moderator], null, ["finance"], Active: true));
        await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
    }

    [Fact]
    public async Task What_a_queue_hides_is_decided_by_a_lead_only()
    {
        await world.Do(World.Lead, Queue("scams", Fraud) with { HiddenOutcomes = [OutcomeKind.Strike] });
        var claim = await world.Claimed(World.Moderator);
        ChosenOutcome[] removed = [new(OutcomeKind.Removed)];

        Assert.Equal(EnforcementErrors.OutcomeHidden, await world.Refuse(World.Moderator, Decide(World.Moderator, claim)));
        Assert.Equal(EnforcementErrors.OutcomeHidden, await world.Refuse(World.Moderator, new Moderation.Eligibility.PreviewDecision(claim.CaseId, "fraud", Finding.Violates, null)));
        Assert.Equal(EnforcementErrors.BatchEmpty, await world.Refuse(World.Moderator, new DecideBatch([claim.Case.Subject], "fraud", Finding.Violates, null, "As seen.")));
        await world.Do(World.Moderator, Decide(World.Moderator, claim, outcomes: removed, because: "From here no strikes."));

        var other = await world.Claimed(World.Lead, "post-2");
        await world.Do(World.Lead, Decide(World.Lead, other));
    }

    [Fact]
    public async Task A_queue_has_a_clock_of_its_own()
    {
        await world.Do(World.Lead, Queue("scams", Fraud) with { DueHours = new(2, 3, 5, 7) });
        await Report(await world.Post());
        var @case = world.Read(db => db.Cases.Single());
        Assert.Equal(Now.AddHours(new Moderation.Guidelines.CaseDueHours(2, 3, 5, 7).For(@case.Severity)), @case.DueAt);
    }

    private static SaveQueue Queue(string code, params RoutingRule[] rules) => new(code, code, rules);

    private Task<SaveQueue.Answer> Save(string code, params RoutingRule[] rules) => world.Do(World.Lead, Queue(code, rules));

    private string QueueOf(string content) => world.Read(db => db.Cases.Where(x => x.SubjectId == content).Join(db.Lanes, x => x.LaneId, x => x.Id, (_, lane) => lane.Queue).Single());
}
