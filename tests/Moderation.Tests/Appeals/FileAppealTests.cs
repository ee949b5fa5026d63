using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Appeals;

public sealed class FileAppealTests : InAWorld
{
    private static readonly Actor.Member Reporter = new(new("reporter"));

    [Fact]
    public async Task A_member_asks_for_a_second_look_and_is_told_by_when()
    {
        var decision = await world.Decide(await world.Post());
        var appeal = await world.Do(World.Member, Against(decision.Id));

        Assert.Equal((AppealState.Filed, Now.AddDays(14)), (appeal.State, appeal.DueAt));
        var notice = (await world.Do(World.Member, new NoticesOf(World.Author))).Notices[^1];
        Assert.Equal((NoticeKind.AppealReceived, (AppealId?)appeal.AppealId), (notice.Kind, notice.AppealId));
    }

    [Fact]
    public async Task The_window_closes_after_six_calendar_months_and_not_an_instant_before()
    {
        var early = await world.Decide(await world.Post("early"));
        var late = await world.Decide(await world.Post("late"));

        world.Clock.Pass(Now.AddMonths(6) - Now);
        await world.Do(World.Member, Against(early.Id));
        world.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(AppealErrors.WindowClosed, await world.Refuse(World.Member, Against(late.Id)));
        Assert.Equal(Refusal.Gone, AppealErrors.WindowClosed.Kind);
    }

    [Fact]
    public async Task A_decision_is_appealed_once()
    {
        var decision = await world.Decide(await world.Post());
        await world.Do(World.Member, Against(decision.Id));
        Assert.Equal(AppealErrors.AlreadyFiled, await world.Refuse(World.Member, Against(decision.Id)));
    }

    [Fact]
    public async Task Nobody_else_can()
    {
        var decision = await world.Decide(await world.Post());
        Assert.Equal(AppealErrors.NotYours, await world.Refuse(Reporter, Against(decision.Id) with { Appellant = Reporter.Id }));
        Assert.Equal(AppealErrors.NotYours, await world.Refuse(Reporter, Against(decision.Id)));
        Assert.Equal(AppealErrors.NotYours, await world.Refuse(await Program(Scope.Platform), Against(decision.Id) with { Appellant = new("other") }));
        await world.Do(await Program(Scope.Platform), Against(decision.Id));
    }

    [Fact]
    public async Task There_must_be_something_to_appeal()
    {
        Assert.Equal(EnforcementErrors.UnknownDecision, await world.Refuse(World.Member, Against(new(Guid.NewGuid()))));
        var nothing = await world.Decide(await world.Post(), finding: Finding.DoesNotViolate);
        Assert.Equal(AppealErrors.NothingToAppeal, await world.Refuse(World.Member, Against(nothing.Id)));
        var gone = await world.Decide(await world.Post());
        await world.Do(World.Lead, new OverturnDecision(gone.Id, "A mistake.", "lead"));
        Assert.Equal(AppealErrors.NothingToAppeal, await world.Refuse(World.Member, Against(gone.Id)));
    }

    [Fact]
    public async Task A_reporter_appeals_a_decision_not_to_act_and_an_overturn_opens_the_case_again()
    {
        var report = await world.Do(World.Platform, new FileReport(SubjectRef.Of(await world.Post()), Reporter.Id, "fraud"));
        var appeal = new FileAppeal(null, report.ReportId, Reporter.Id, "It is a fraud.");
        Assert.Equal(AppealErrors.NothingToAppeal, await world.Refuse(Reporter, appeal));
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        await world.Do(World.Moderator, Decide(World.Moderator, claim, finding: Finding.DoesNotViolate));

        Assert.Equal(AppealErrors.NotYours, await world.Refuse(World.Member, appeal with { Appellant = World.Author }));
        Assert.Equal(AppealErrors.Unknown, await world.Refuse(Reporter, appeal with { Report = new(Guid.NewGuid()) }));
        await world.Rule((await world.Do(Reporter, appeal)).AppealId, Ruling.Overturned);

        Assert.NotEqual(claim.CaseId, Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows).Id);
        Assert.True((await world.Verdict(Surface.Feed, new("post-1"))).IsPlainAllow);
    }

    [Fact]
    public async Task A_reporter_has_nothing_to_appeal_where_we_acted()
    {
        var report = await world.Do(World.Platform, new FileReport(SubjectRef.Of(await world.Post()), Reporter.Id, "fraud"));
        await world.Decide(new("post-1"));
        Assert.Equal(AppealErrors.NothingToAppeal, await world.Refuse(Reporter, new FileAppeal(null, report.ReportId, Reporter.Id, "More!")));
    }

    [Fact]
    public async Task It_names_one_thing_and_need_not_say_why()
    {
        var decision = await world.Decide(await world.Post());
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Member, Against(decision.Id) with { Decision = null })));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Member, Against(decision.Id) with { Report = new(Guid.NewGuid()) })));
        Assert.Equal(["statement"], FieldsOf(await world.Refuse(World.Member, Against(decision.Id) with { Statement = new('x', 2001) })));
        await world.Do(World.Member, Against(decision.Id) with { Statement = "" });
    }

    private static FileAppeal Against(DecisionId decision) => new(decision, null, World.Author, "Please look again.");
}
