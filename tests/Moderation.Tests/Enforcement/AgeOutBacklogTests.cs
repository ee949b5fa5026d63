using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.Enforcement;

public sealed class AgeOutBacklogTests : InAWorld
{
    private const int Days = 7;

    [Fact]
    public async Task What_nobody_got_to_is_closed_by_a_decision_that_says_so()
    {
        var @case = await Left();
        Assert.Equal(1, await AgeOut());
        Assert.Equal(0, await AgeOut());

        Assert.Equal(CaseStage.Decided, world.Read(db => db.Cases.Single(x => x.Id == @case).Stage));
        var decision = world.Read(db => db.Decisions.Single());
        Assert.Equal(
            (Finding.DoesNotViolate, Automation.Full, BacklogPolicy.Rule, "spam", null, @case),
            (decision.Finding, decision.Automation, decision.Rule, decision.Guideline, decision.DecidedBy, decision.CaseId));
        Assert.Contains("Mild things", decision.Rationale, StringComparison.Ordinal);
        Assert.Contains("7 days", decision.Rationale, StringComparison.Ordinal);
        Assert.Empty(world.Read(db => db.Set<Clearance>().ToList()));
    }

    [Fact]
    public async Task Reporters_hear_that_nobody_looked_and_the_author_hears_nothing()
    {
        await Left();
        await world.Do(World.Platform, new FileReport(new(SubjectKind.Content, "mild"), new AccountId("a-bot"), "spam", Source: ReportSource.Automated));
        await AgeOut();

        var told = Assert.Single((await world.Do(new Actor.Member(new("reporter")), new NoticesOf(new("reporter")))).Notices);
        Assert.Equal("We did not get to your report", told.Title);
        Assert.Contains("Nobody looked", told.Body, StringComparison.Ordinal);
        Assert.Contains("We decided nothing about what you reported", told.Body, StringComparison.Ordinal);
        Assert.Equal(["reporter"], world.Read(db => db.Notices.Select(x => x.AccountId).ToList()).Select(x => x.Value));
        Assert.Contains((await world.Do(World.Product, new EventFeed())).Events, x => x.Type is "report.resolved" && !x.Data.GetProperty("lookedAt").GetBoolean());
    }

    [Theory]
    [InlineData("graver")]
    [InlineData("unnamed")]
    [InlineData("young")]
    [InlineData("claimed")]
    [InlineData("escalated")]
    [InlineData("restricted")]
    [InlineData("flagged")]
    [InlineData("by law")]
    [InlineData("kept")]
    [InlineData("paused")]
    [InlineData("policy paused")]
    [InlineData("guideline paused")]
    [InlineData("elsewhere")]
    public async Task Everything_else_stays(string what)
    {
        var @case = what is "graver" ? await Left("fraud") : what is "unnamed" ? await Left(null) : what is "restricted" ? await Left("child-safety") : await Left();
        var subject = new SubjectRef(SubjectKind.Content, "mild");
        await (what switch
        {
            "claimed" => world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, @case)),
            "escalated" => Escalate(@case),
            "flagged" => Flag(subject),
            "by law" => world.Do(World.Platform, new FileReport(
                subject, null, "spam", null, ReportSource.LegalNotice, new("By law.", "https://example.org/1", "A", "a@example.org", GoodFaith: true))),
            "policy paused" => world.Do(World.Lead, new PauseAutomation(PauseKind.Rule, BacklogPolicy.Rule, "Enough people today.")),
            "guideline paused" => world.Do(World.Lead, new PauseAutomation(PauseKind.Guideline, "spam", "Being rewritten.")),
            _ => Task.CompletedTask,
        });
        world.Read(db => what switch
        {
            "young" => db.Cases.ExecuteUpdate(x => x.SetProperty(c => c.OpenedAt, Now.AddDays(-Days))),
            "kept" => db.Cases.ExecuteUpdate(x => x.SetProperty(c => c.AssignedTo, (StaffId?)World.Moderator.Id)),
            "paused" => db.Cases.ExecuteUpdate(x => x.SetProperty(c => c.PausedAt, (DateTimeOffset?)Now)),
            _ => 0,
        });

        Assert.Equal(0, await (what is "elsewhere" ? world.Do(World.Product, new AgeOutBacklog()) : AgeOut()));
        Assert.Equal(CaseStage.Waiting, world.Read(db => db.Cases.Single(x => x.Id == @case).Stage));
    }

    [Fact]
    public async Task A_rule_that_became_graver_since_takes_it_out_of_the_policy_and_up_in_its_lane()
    {
        var @case = await Left();
        var before = world.Read(db => db.Cases.Single().Harm);
        world.GoLive(ShippedRulebook.With(x => x.Guideline("spam")["severity"] = "high"));

        Assert.Equal(0, await AgeOut());
        var now = world.Read(db => db.Cases.Single(x => x.Id == @case));
        Assert.Equal((CaseStage.Waiting, Moderation.Guidelines.Severity.High), (now.Stage, now.Severity));
        Assert.True(now.Harm > before);
    }

    [Fact]
    public async Task It_says_nothing_of_who_reported_and_a_later_report_opens_a_case()
    {
        var first = await Left();
        await AgeOut();
        var second = await Report(new("mild"), "spam");

        Assert.NotEqual(first, second);
        Assert.Equal(Credibility.Neutral, world.Read(db => db.Reports.OrderByDescending(x => x.Id).First().Credibility));
        await world.Do(World.Platform, new SendSignal(new(SubjectKind.Content, "mild"), "links", "1", "bad", 0.9, "spam"));
        Assert.Equal(1, world.Read(db => db.Cases.Single(x => x.Id == second).Signals));
    }

    [Fact]
    public async Task A_reporter_who_appeals_gets_a_person_to_look()
    {
        await Left();
        await AgeOut();
        var report = world.Read(db => db.Reports.Single().Id);
        var appeal = (await world.Do(new Actor.Member(new("reporter")), new FileAppeal(null, report, new("reporter"), "Please look."))).AppealId;
        await world.Rule(appeal, Ruling.Overturned);

        var again = world.Read(db => db.Cases.Single(x => x.Stage == CaseStage.Waiting));
        Assert.Equal((1, "reporter"), (again.Reports, world.Read(db => db.Reports.Single(x => x.CaseId == again.Id).ReporterId!.Value.Value)));
    }

    [Fact]
    public async Task Taken_back_it_waits_again_with_its_reports_and_does_not_age_out_a_second_time()
    {
        await Left();
        await AgeOut();
        await world.Do(World.Lead, new OverturnDecision(world.Read(db => db.Decisions.Single().Id), "We should look.", World.Lead.Id.Value));

        var again = world.Read(db => db.Cases.Single(x => x.Stage == CaseStage.Waiting));
        Assert.Equal((1, Credibility.Neutral), (again.Reports, again.ReportWeight));
        Assert.NotNull(again.Question);
        world.Clock.Pass(TimeSpan.FromDays(3 * Days));
        Assert.Equal(0, await AgeOut());

        await world.Do(World.Moderator, Decide(World.Moderator, await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id)), "spam"));
        Assert.Equal(2, (await world.Do(new Actor.Member(new("reporter")), new NoticesOf(new("reporter")))).Notices.Count);
    }

    [Fact]
    public async Task Whoever_claims_at_that_instant_was_first_or_comes_too_late()
    {
        const int Cases = 40;
        await Left();
        for (var i = 1; i < Cases; i++)
            await Report(await world.Post($"mild-{i}", new($"author-{i}")), "spam");
        world.Clock.Pass(TimeSpan.FromDays(Days + 1));

        var claiming = Task.WhenAll(new[] { World.Moderator, World.OtherModerator }.Select(async x =>
        {
            var claims = new List<(Actor.Staff By, ClaimNextCase.Answer Claim)>();
            while ((await world.Run(x, new ClaimNextCase(x.Id))).IsOk(out var claim, out _))
                claims.Add((x, claim));
            return claims;
        }));
        var closed = await AgeOut();
        var claimed = (await claiming).SelectMany(x => x).ToArray();

        Assert.Equal(Cases, closed + claimed.Length);
        foreach (var (by, claim) in claimed)
            await world.Do(by, Decide(by, claim, "spam"));
        Assert.Equal(Cases, world.Read(db => db.Decisions.Count(x => x.CauseId == null)));
        Assert.Equal(Cases, world.Read(db => db.Decisions.Where(x => x.CauseId == null).Select(x => x.CaseId).Distinct().Count()));
    }

    [Fact]
    public async Task No_program_may_pretend_to_be_the_policy()
    {
        var content = SubjectRef.Of(await world.Post());
        Assert.Equal(["rule"], FieldsOf(await world.Refuse(World.Product, new EnforceDirectly(
            content, null, "spam", Finding.DoesNotViolate, null, "Old.", Automation.Full, Rule: BacklogPolicy.Rule))));
    }

    // Whatever is not escalated or restricted is in the queue that gives up.
    private Task<int> AgeOut()
    {
        world.Read(db =>
        {
            var lane = db.Lanes.FirstOrDefault(x => x.Queue == "mild") ?? db.Add(Lane.Of("mild", "", "")).Entity;
            db.SaveChanges();
            var unrouted = db.Lanes.Where(x => x.Queue == Lane.Unrouted).Select(x => x.Id).ToArray();
            return db.Cases.Where(x => unrouted.Contains(x.LaneId)).ExecuteUpdate(x => x.SetProperty(c => c.LaneId, lane.Id));
        });
        return world.Do(World.Product, new AgeOutBacklog());
    }

    // A case that a minute ago became older than the week after which its queue gives up on what is mild.
    private async Task<CaseId> Left(string? guideline = "spam")
    {
        var @case = await Report(await world.Post("mild"), guideline);
        world.Read(db =>
        {
            var queue = db.Add((Queue)Activator.CreateInstance(typeof(Queue), nonPublic: true)!);
            queue.Property(x => x.Code).CurrentValue = "mild";
            queue.Property(x => x.Title).CurrentValue = "Mild things";
            queue.Property(x => x.AgeOutDays).CurrentValue = Days;
            return db.SaveChanges();
        });
        world.Clock.Pass(TimeSpan.FromDays(Days) + TimeSpan.FromMinutes(1));
        return @case;
    }

    private async Task Escalate(CaseId @case)
    {
        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, @case));
        await world.Do(World.Moderator, new EscalateCase(World.Moderator.Id, @case, claim.ClaimNumber, "Is it?"));
    }

    private async Task Flag(SubjectRef subject)
    {
        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true));
        await world.Do(World.Platform, new FileReport(subject, new AccountId("ngo"), "spam", Source: ReportSource.TrustedFlagger));
    }
}
