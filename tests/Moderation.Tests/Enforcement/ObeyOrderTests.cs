using Moderation.Appeals;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

public sealed class ObeyOrderTests : InAWorld
{
    [Fact]
    public async Task It_is_done_at_once_where_it_counts_and_on_law_alone()
    {
        var content = await world.Post();
        var answer = await world.Do(await Program(Scope.Enforcer), Order(SubjectRef.Of(content)));

        Assert.Equal((Now, Now), (answer.AcknowledgedAt, Assert.Single(answer.Subjects).EffectiveAt));
        var outcome = Assert.Single(Assert.Single(answer.Decisions).Outcomes);
        Assert.Equal(["NL"], outcome.Territories);
        var dutch = await In("NL", content);
        Assert.Equal((VerdictAction.Drop, "legal.order"), (dutch.Action, Assert.Single(dutch.Grounds).Code));
        Assert.True((await In("DE", content)).IsPlainAllow);

        var file = await world.Do(World.Member, new DecisionFile(answer.Decisions[0].Id));
        Assert.Equal(("legal.order", "Art. 9 of the law."), (file.Guideline, file.RuleText));
        Assert.False(file.Appeal.CanAppeal);
        Assert.Contains(file.StatementOfReasons.Rows, x => x.Text.Contains("Art. 9 of the law.", StringComparison.Ordinal));
        Assert.Contains(file.StatementOfReasons.Rows, x => x.Text.Contains("Rechtbank Amsterdam, 26/1", StringComparison.Ordinal));
        Assert.Contains(file.StatementOfReasons.Rows, x => x.Code == "redress" && x.Text.Contains("Object within six weeks.", StringComparison.Ordinal));
        Assert.Equal("Order of an authority", Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).Content).GuidelineTitle);
        Assert.Equal(NoticeKind.Decision, Assert.Single((await world.Do(World.Member, new NoticesOf(World.Author))).Notices).Kind);
    }

    [Fact]
    public async Task Outcomes_on_an_account_are_obeyed_too()
    {
        await world.Post();
        var order = Order(SubjectRef.Of(World.Author)) with { Outcomes = [new(OutcomeKind.Suspended, Until: Now.AddDays(30))], Territories = null };
        await world.Do(World.Lead, order);

        var limit = Assert.Single((await world.Do(World.Member, new AccountStatus(World.Author))).AccountOutcomes);
        Assert.Equal((OutcomeKind.Suspended, "legal.order"), (limit.Kind, limit.Guideline));
        Assert.False(limit.Appeal.CanAppeal);
    }

    [Fact]
    public async Task The_same_order_twice_is_one_and_another_under_its_reference_is_refused()
    {
        var order = Order(SubjectRef.Of(await world.Post()));
        var first = await world.Do(World.Lead, order);
        world.Clock.Pass(TimeSpan.FromHours(3));
        var second = await world.Do(World.Lead, order);

        Assert.Equal((first.OrderId, first.AcknowledgedAt, first.Decisions[0].Id), (second.OrderId, second.AcknowledgedAt, second.Decisions[0].Id));
        Assert.Single(world.Read(db => db.Decisions.ToList()));
        Assert.Equal(EnforcementErrors.OrderDiffers, await world.Refuse(World.Lead, order with { LegalBasis = "Another law." }));
    }

    [Fact]
    public async Task It_is_not_overturned_and_not_appealed()
    {
        var decision = (await world.Do(World.Lead, Order(SubjectRef.Of(await world.Post())))).Decisions[0];
        Assert.Equal(EnforcementErrors.ByOrder, await world.Refuse(World.Lead, new OverturnDecision(decision.Id, "Why not.", "lead")));
        Assert.Equal(EnforcementErrors.ByOrder, await world.Refuse(World.Lead, new OverturnDecision(decision.Id, "Why not.", "lead", [decision.Outcomes[0].Id])));
        var refusal = await world.Refuse(World.Member, new FileAppeal(decision.Id, null, World.Author, "Please."));
        Assert.Equal("appeal.byOrder", refusal.Code);
        Assert.Contains("Object within six weeks.", refusal.Words, StringComparison.Ordinal);
        Assert.Equal(EnforcementErrors.ByOrder, await world.Refuse(World.Product, new EnforceDirectly(
            decision.Subject, null, "fraud", Finding.Violates, null, "Mine.", Automation.None, new StaffId("kestrel"), Overrides: decision.Id)));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_whole()
    {
        var content = SubjectRef.Of(await world.Post());
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, Order(content, SubjectRef.Of(new ContentId("nowhere")))));
        Assert.Equal(EnforcementErrors.OrderStrike, await world.Refuse(World.Lead, Order(content) with { Outcomes = [new(OutcomeKind.Strike)] }));
        Assert.Equal("outcome.invalid", (await world.Refuse(World.Lead, Order(content, SubjectRef.Of(World.Author)))).Code);
        Assert.Equal(["subjects"], FieldsOf(await world.Refuse(World.Lead, Order())));
        Assert.Equal(["outcomes"], FieldsOf(await world.Refuse(World.Lead, Order(content) with { Outcomes = [] })));
        Assert.Equal(["memberState"], FieldsOf(await world.Refuse(World.Lead, Order(content) with { MemberState = "Holland" })));
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Product, new EnforceDirectly(
            content, null, "legal.order", Finding.Violates, null, "Mine.", Automation.None, new StaffId("kestrel"))));
    }

    [Fact]
    public async Task A_case_about_the_same_still_waits_for_somebody_to_judge_by_our_rules()
    {
        var content = await world.Post();
        var @case = await Report(content);
        await world.Do(World.Lead, Order(SubjectRef.Of(content)));

        Assert.Equal(CaseStage.Waiting, world.Read(db => db.Cases.Single(x => x.Id == @case).Stage));
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
        Assert.Equal(2, world.Read(db => db.Decisions.ToList()).Count(x => x is { State: DecisionState.InForce, IsDerived: false }));
    }

    internal static ObeyOrder Order(params SubjectRef[] subjects) => new(
        "Rechtbank Amsterdam", "NL", "26/1", "Art. 9 of the law.", subjects, [new(OutcomeKind.Removed)], "Object within six weeks.", ["nl"]);

    private async Task<Verdict> In(string country, ContentId content) => (await world.Do(World.Product, new CheckEligibility(
        Surface.Feed, Viewer.Adult with { Country = country }, null, [new(content)]))).Verdicts[0];
}
