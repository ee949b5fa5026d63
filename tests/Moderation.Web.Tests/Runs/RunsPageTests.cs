using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Runs;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Runs;

/// <summary>What waits for a second person, and what goes on by itself.</summary>
public sealed class RunsPageTests : MemberContext
{
    private readonly RunProgress.Answer waiting = Made(RunKind.Disabling, RunState.Proposed, """{"account":"acc-bad"}""", mayAgree: true);
    private readonly RunProgress.Answer running = Made(RunKind.OverturnWhere, RunState.Running, """{"detector":"bad-rule"}""") with { Total = 200, Looked = 50, Changed = 50 };

    public RunsPageTests() => Answer<WhoAmI, WhoAmI.Answer>(Me(Role.PolicyManager));

    [Fact]
    public void Each_stands_where_it_belongs_and_says_what_it_would_do()
    {
        var page = Shown();

        Assert.Contains("Account acc-bad is suspended until somebody agrees to close it.", Part(page, "Waiting"), StringComparison.Ordinal);
        Assert.Contains("50 of 200", Part(page, "Running"), StringComparison.Ordinal);
        Assert.Equal("50", page.Find("progress").GetAttribute("value"));
        Assert.Contains("Nothing has run yet.", Part(page, "Past"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_is_led_to_taking_back_a_bad_rule_and_others_are_not()
    {
        Assert.Empty(Shown().FindAll("a[href='/runs/overturn']"));
        Answer<WhoAmI, WhoAmI.Answer>(Me(Role.Lead));
        Assert.Single(Shown().FindAll("a[href='/runs/overturn']"));
    }

    [Fact]
    public void Who_may_not_take_back_a_bad_rule_is_told_so_at_once()
    {
        Answer<WhoAmI, WhoAmI.Answer>(Me(Role.Moderator));
        var page = Render<OverturnPage>();
        Assert.Contains(PipelineErrors.NotAllowed.Words, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void A_rulebook_that_is_applied_says_which_and_to_what()
    {
        Answer<RunList, RunList.Answer>(new RunList.Answer([Made(
            RunKind.ApplyRulebook, RunState.Proposed, """{"version":2,"from":"2026-10-01T00:00:00+00:00","until":"2026-11-01T00:00:00+00:00"}""")]));
        Assert.Contains("Version 2, on what was decided from 1 Oct 2026 to 31 Oct 2026.", Part(Render<RunsPage>(), "Waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_person_sees_what_they_would_agree_to()
    {
        var @case = Guid.NewGuid();
        Answer<RunList, RunList.Answer>(new RunList.Answer([
            Made(RunKind.Disabling, RunState.Proposed, $$"""{"account":"acc-bad","case":"{{@case}}"}"""),
            Made(RunKind.BatchDecision, RunState.Proposed, """{"guideline":"spam","finding":"violates","items":[{"id":"one"},{"id":"two"}]}""") with { Total = 30 },
            Made(RunKind.OverturnWhere, RunState.Proposed, """{"detector":"bad-rule","rule":"giveaway","from":"2026-11-01T00:00:00Z","until":"2026-11-02T12:00:00Z"}"""),
            Made(RunKind.ApplyRulebook, RunState.Proposed, """{"version":4,"from":"2026-11-01T00:00:00Z","until":"2026-11-02T12:00:00Z"}"""),
        ]));
        var page = Render<RunsPage>();

        Assert.NotNull(page.Find($"a[href='/review/cases/{@case}']"));
        Assert.Contains("30 items under spam · Violates", page.Markup, StringComparison.Ordinal);
        Assert.Contains("one, two, …", page.Markup, StringComparison.Ordinal);
        Assert.Contains("bad-rule · giveaway · from 1 Nov 2026, 00:00 until 2 Nov 2026, 12:00 UTC", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Version 4, on what was decided", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreeing_sends_it_and_it_changes_where_it_stands()
    {
        Answer<AgreeToRun, RunProgress.Answer>(waiting with { State = RunState.Running, MayAgree = false });
        var page = Shown();
        Button(page, "Agree").Click();

        Assert.Contains(Door.Asked, x => x.UseCase is AgreeToRun(var run) && run == waiting.Id);
        Assert.Contains("acc-bad", Part(page, "Waiting"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), x => x.TextContent == "Agree");
        Assert.Contains("Something changed", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusing_asks_why_first()
    {
        Answer<RefuseRun, RunProgress.Answer>(waiting with { State = RunState.Refused });
        var page = Shown();
        Button(page, "Refuse …").Click();
        Assert.True(Button(page, "Refuse").HasAttribute("disabled"));
        page.Find("form textarea").Input("Not that grave.");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is RefuseRun(_, "Not that grave."));
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        Answer<AgreeToRun, RunProgress.Answer>(RunErrors.NotWaiting);
        var page = Shown();
        Button(page, "Agree").Click();
        Assert.Contains(RunErrors.NotWaiting.Words, page.Find("article [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_may_be_shown_it_says_so()
    {
        Answer<RunList, RunList.Answer>(PipelineErrors.Busy);
        Assert.Contains(PipelineErrors.Busy.Words, Render<RunsPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_rule_is_looked_at_before_it_is_taken_back()
    {
        Answer<PreviewOverturnWhere, PreviewOverturnWhere.Answer>(new PreviewOverturnWhere.Answer(
            40, 12, [], new Dictionary<string, int> { ["fraud"] = 40 }, new Dictionary<OutcomeKind, int> { [OutcomeKind.Removed] = 40 }, true, true));
        Answer<OverturnWhere, OverturnWhere.Answer>(new OverturnWhere.Answer(40, running));
        Answer<WhoAmI, WhoAmI.Answer>(Me(Role.Lead));
        var page = Render<OverturnPage>();
        page.Find("#o-detector").Input("bad-rule");
        page.Find("form").Submit();

        Assert.Contains("Decisions: 40. People: 12.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Pause it first", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "Propose").HasAttribute("disabled"));
        page.Find("#o-reason").Input("It was wrong.");
        Button(page, "Propose").Click();

        Assert.Contains(Door.Asked, x => x.UseCase is OverturnWhere { Detector: "bad-rule", Version: null, Reason: "It was wrong." });
        Assert.EndsWith("/runs", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_question_forgets_what_was_seen()
    {
        Answer<PreviewOverturnWhere, PreviewOverturnWhere.Answer>(new PreviewOverturnWhere.Answer(
            1, 1, [], new Dictionary<string, int>(), new Dictionary<OutcomeKind, int>(), false, false));
        Answer<WhoAmI, WhoAmI.Answer>(Me(Role.Lead));
        var page = Render<OverturnPage>();
        page.Find("form").Submit();
        page.Find("#o-guideline").Input("fraud");
        Assert.DoesNotContain("Decisions: 1.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_are_looked_at_decided_and_undone()
    {
        Answer<RulebookView, RulebookView.Book>(new RulebookView.Book(1, "Rules", Now, [new("spam", GuidelineSet.Community, "Spam", "No spam.", Severity.Low, "S", false, [], [], [])]));
        Answer<PreviewBatch, PreviewBatch.Answer>(new PreviewBatch.Answer(
            2, 1, new Dictionary<OutcomeKind, int> { [OutcomeKind.Removed] = 2 }, 1, new Dictionary<string, int> { ["Warning"] = 1 },
            [new(new(SubjectKind.Content, "three"), "claim.held", "Somebody else is looking at this case.")], false, false, false));
        Answer<DecideBatch, RunProgress.Answer>(Made(RunKind.BatchDecision, RunState.Running, """{"guideline":"spam"}""") with { MayCancel = true, NotBefore = DateTimeOffset.MaxValue });
        Answer<CancelRun, RunProgress.Answer>(Made(RunKind.BatchDecision, RunState.Cancelled, "{}"));
        var page = Render<BatchPage>();
        page.Find("#b-ids").Input(" one \ntwo\n\nthree\none");
        page.Find("button.m-rule").Click();
        page.Find(".m-finding button").Click();
        page.Find("form").Submit();
        Assert.Contains("Would be decided: 2. People: 1.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Somebody else is looking at this case.", page.Markup, StringComparison.Ordinal);
        page.Find("#b-why").Input("One campaign.");
        Button(page, "Decide").Click();

        Assert.Contains(Door.Asked, x => x.UseCase is DecideBatch { Guideline: "spam", Rationale: "One campaign.", Subjects: [{ Id: "one" }, { Id: "two" }, { Id: "three" }] });
        Assert.Contains("until then it can be stopped", page.Markup, StringComparison.Ordinal);
        Button(page, "Stop").Click();
        Assert.Contains("Stopped", page.Markup, StringComparison.Ordinal);
    }

    private static WhoAmI.Answer Me(Role role) => new(new("osprey"), null, "Osprey", new HashSet<Role> { role });

    private IRenderedComponent<RunsPage> Shown()
    {
        Answer<RunList, RunList.Answer>(new RunList.Answer([waiting, running]));
        return Render<RunsPage>();
    }

    private static string Part(IRenderedComponent<RunsPage> page, string part) => page.Find($"[aria-labelledby=runs-{part}]").TextContent;

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text) where T : IComponent =>
        page.FindAll("button").Single(x => x.TextContent.Trim() == text);

    private static RunProgress.Answer Made(RunKind kind, RunState state, string what, bool mayAgree = false) => new(
        new(Guid.NewGuid()), kind, state, "A good reason.", "staff:kestrel", null, null, Now, Now, null, 2, 0, 0, JsonElement.Parse(what), null, mayAgree, false);
}
