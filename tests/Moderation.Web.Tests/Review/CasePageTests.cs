using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class CasePageTests : StaffContext
{
    private const long Claim = 7;
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly RulebookView.Effect Remove = new(OutcomeKind.Removed, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    private int revision = 2;
    private bool isMine = true, costsAccount, judged;
    private Error? notDecided;

    [Fact]
    public async Task Submit_is_off_until_the_preview_belongs_to_what_is_chosen()
    {
        var page = Open();
        Assert.True(IsOff(page));

        await Press(page, "Shift+F", Id, Claim);
        Assert.True(IsOff(page));

        Settle(page);
        await Press(page, "3", Id, Claim);
        Assert.True(IsOff(page));

        Settle(page);
        Assert.Equal([Finding.Violates, Finding.DoesNotViolate], Asked<PreviewDecision>().Select(x => x.Finding));
    }

    [Theory]
    [InlineData(false, Claim)]
    [InlineData(true, Claim - 1)]
    public async Task A_key_for_another_case_or_an_older_claim_does_nothing(bool sameCase, long claim)
    {
        var page = Open();
        await Press(page, "Shift+F", sameCase ? Id : Guid.NewGuid(), claim);

        Assert.Empty(page.FindAll(".m-rule[aria-checked=true]"));
        Assert.Equal("", page.Find("#why").GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("Shift+F", "A second person must agree: a lead, other than you")]
    [InlineData("Shift+C", "A second person must agree: another child-safety specialist")]
    public async Task What_costs_the_account_says_who_must_agree(string key, string words)
    {
        costsAccount = true;
        var page = Open();
        await Press(page, key, Id, Claim);
        Settle(page);

        Assert.Contains(words, page.Find(".m-preview .m-note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_at_is_what_is_decided()
    {
        var page = await Ready();
        await Press(page, "Ctrl+Enter", Id, Claim);

        var sent = Assert.Single(Asked<SubmitJudgement>()).What;
        Assert.Equal((Kestrel, Claim, 2, "fraud", Finding.Violates), (sent.Reviewer, sent.ClaimNumber, sent.Revision, sent.Guideline, sent.Finding));
        Assert.Null(sent.Outcomes);
        Assert.EndsWith("/review?clear=1", Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_claim_keeps_the_draft()
    {
        var page = await Ready();
        (notDecided, isMine) = (ReviewErrors.StaleClaim, false);
        await Press(page, "Ctrl+Enter", Id, Claim);

        Assert.Contains("no longer yours", page.Find(".m-veil .over").TextContent, StringComparison.Ordinal);
        Assert.Equal("Asks for money first.", page.Find("#why").GetAttribute("value"));
        Assert.NotNull(page.Find(".m-veil .under[inert]"));
        Assert.Equal(2, page.FindAll(".m-col:not(.m-block)").Count);
    }

    [Fact]
    public async Task Other_outcomes_than_the_rules_ask_for_a_reason()
    {
        var page = await Ready();
        await Press(page, "C", Id, Claim);
        Settle(page);
        await Press(page, "Ctrl+Enter", Id, Claim);

        Assert.Empty(Asked<SubmitJudgement>());
        Assert.Equal("true", page.Find("#deviation").GetAttribute("aria-invalid"));

        await page.Find("#deviation").InputAsync("Only the picture is bad.");
        await Press(page, "Ctrl+Enter", Id, Claim);

        var sent = Assert.Single(Asked<SubmitJudgement>()).What;
        Assert.Equal([OutcomeKind.Removed, OutcomeKind.Covered], sent.Outcomes!.Select(x => x.Kind));
        Assert.Equal("Only the picture is bad.", sent.DeviationReason);
    }

    [Fact]
    public async Task A_changed_revision_must_be_looked_at_before_it_is_decided()
    {
        var page = await Ready();
        (notDecided, revision) = (EnforcementErrors.RevisionChanged, 3);
        await Press(page, "Ctrl+Enter", Id, Claim);
        Settle(page, off: true);
        Assert.Contains("revision 2, it is now at 3", page.Find(".m-note.warn").TextContent, StringComparison.Ordinal);

        notDecided = null;
        await page.Find(".c-why .m-note button").ClickAsync(new());
        await Press(page, "Ctrl+Enter", Id, Claim);

        Assert.Equal([2, 3], Asked<SubmitJudgement>().Select(x => x.What.Revision));
    }

    [Fact]
    public void A_claim_renews_in_silence_and_not_while_the_browser_is_away()
    {
        Open();
        Assert.Single(Asked<RenewClaim>());

        Clock.Turn(TimeSpan.FromMinutes(5));
        Assert.Equal(2, Asked<RenewClaim>().Count());

        Services.GetService<Connection>()!.OnConnectionDownAsync(null!, default);
        Clock.Turn(TimeSpan.FromMinutes(5));
        Assert.Equal(2, Asked<RenewClaim>().Count());
    }

    [Fact]
    public async Task Who_stays_sees_what_they_judged_and_can_still_undo_it()
    {
        var page = await Ready();
        (isMine, judged) = (false, true);
        await Press(page, "Ctrl+Shift+Enter", Id, Claim);

        Assert.Single(Asked<SubmitJudgement>());
        Assert.Empty(Asked<ClaimNextCase>());
        Assert.Contains("You judged this", page.Find(".c-decide").TextContent, StringComparison.Ordinal);
        var undo = new List<CaseId?>();
        Services.GetRequiredService<Judging>().Asked += x =>
        {
            undo.Add(x);
            return Task.CompletedTask;
        };
        await Press(page, "Z", Id, null);
        Assert.Equal([new CaseId(Id)], undo);
    }

    [Fact]
    public async Task What_was_claimed_since_goes_back_when_an_earlier_one_is_undone()
    {
        var page = Open();
        await Services.GetRequiredService<Judging>().Undo(new(Guid.NewGuid()));

        Assert.Equal((new CaseId(Id), Claim), Assert.Single(Asked<ReleaseClaim>()) is var sent ? (sent.Case, sent.ClaimNumber) : default);
        Assert.Empty(page.FindAll("#why"));
    }

    [Fact]
    public async Task What_is_chosen_in_detail_is_what_is_sent()
    {
        var page = await Ready();
        await Press(page, "M", Id, Claim);
        await page.Find(".m-tog[aria-haspopup=dialog]").ClickAsync(new());
        await page.FindAll(".k-detail input[type=number]")[0].ChangeAsync("30");
        await page.FindAll(".k-detail input[placeholder]")[^1].ChangeAsync("nl, be");
        // It goes on to wait for the clock.
        _ = page.Find(".k-dialog form").SubmitAsync();
        Settle(page);
        await page.Find("#deviation").InputAsync("Only there.");
        await Press(page, "Ctrl+Enter", Id, Claim);

        var demoted = Assert.Single(Asked<SubmitJudgement>()).What.Outcomes!.Single(x => x.Kind is OutcomeKind.Demoted);
        Assert.Equal((0.3, "NL,BE"), (demoted.Weight!.Value, string.Join(',', demoted.Territories ?? [])));
    }

    [Fact]
    public async Task Every_key_that_jumps_into_a_field_stands_in_the_table_of_keys()
    {
        var page = await Ready();
        var keys = page.FindComponent<StaffKeys>().Instance.All;

        Assert.All(page.FindAll("[data-focus-key]"), x => Assert.Contains(keys, y => y.Key == x.GetAttribute("data-focus-key") && y.Do is null));
        Assert.Equal(keys.Where(x => x.Do is null).Select(x => x.Key).Order(), page.FindAll("[data-focus-key]").Select(x => x.GetAttribute("data-focus-key")).Order());
        Assert.Equal(keys.Count, keys.DistinctBy(x => x.Key).Count());
    }

    protected override object Answer(object useCase) => useCase switch
    {
        CaseFile => Ok(File()),
        CaseReports => Ok(new CaseReports.Answer([], 0, 0)),
        RulebookView => Ok(new RulebookView.Book(1, "Default", default,
        [
            new("fraud", GuidelineSet.Community, "Fraud", "Do not deceive.", Severity.High, "F", false, [Remove], [], []),
            new("child-safety", GuidelineSet.Community, "Child safety", "Never.", Severity.Severe, "C", true, [Remove], [], []),
            new("rec-bait", GuidelineSet.Recommendation, "Bait", "It may stay.", Severity.Low, "E", false, [Remove with { Kind = OutcomeKind.NotRecommended }], [], []),
        ])),
        RenewClaim => Ok(new RenewClaim.Answer(new(Id), Claim, Clock.GetUtcNow().AddMinutes(15))),
        PreviewDecision => Ok(new PreviewDecision.Answer(Verdicts, Verdicts, [], null, null, null, null, false, false, Clock.GetUtcNow(), 14, costsAccount)),
        SubmitJudgement when notDecided is not null => (Result<SubmitJudgement.Answer>)notDecided,
        SubmitJudgement => Ok(new SubmitJudgement.Answer(new(Id), Clock.GetUtcNow().AddSeconds(30), null)),
        MyJudgements => Ok(new MyJudgements.Answer(
            judged ? [new(new(Id), ContentKind.Reel, "nova", "fraud", Finding.Violates, [OutcomeKind.Removed], Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(30))] : [], [], Clock.GetUtcNow())),
        ChooseExposure => Ok(default(Done)),
        ReleaseClaim => Ok(default(Done)),
        NearCopies => Ok(new NearCopies.Answer([], 0, IsMore: false)),
        CaseThread => Ok(new CaseThread.Answer([], false, [], 0, null)),
        CaseNotes => Ok(new CaseNotes.Answer([])),
        ClaimNextCase => (Result<ClaimNextCase.Answer>)ReviewErrors.NothingWaits,
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private static Dictionary<Surface, Verdict> Verdicts => Enum.GetValues<Surface>().ToDictionary(x => x, _ => Verdict.Allow);

    private IRenderedComponent<CasePage> Open() => Render<CasePage>(x => x.Add(p => p.Id, Id));

    private async Task<IRenderedComponent<CasePage>> Ready()
    {
        var page = Open();
        await Press(page, "Shift+F", Id, Claim);
        Settle(page);
        await page.Find("#why").InputAsync("Asks for money first.");
        return page;
    }

    private void Settle(IRenderedComponent<CasePage> page, bool off = false)
    {
        Clock.Turn(TimeSpan.FromMilliseconds(150));
        page.WaitForAssertion(() => Assert.Equal((off, "false"), (IsOff(page), page.Find(".m-preview").GetAttribute("aria-busy"))));
    }

    private static bool IsOff(IRenderedComponent<CasePage> page) => page.Find(".m-foot .rz-primary").HasAttribute("disabled");

    private CaseFile.Answer File() => new(
        new(Id), new(SubjectKind.Content, "reel-1"), CaseStage.Waiting, false, null, Severity.High, 8, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1),
        isMine ? "Kestrel" : "Plover", isMine, false, false, isMine ? Claim : null, Clock.GetUtcNow().AddMinutes(15),
        new(new("acc-1"), "nova.coinbloom", "Nova", 84_310, "NL", "en", false, null, false),
        new(new("reel-1"), ContentKind.Reel, "nova.coinbloom", Clock.GetUtcNow(), "en", revision, $"Text {revision}", [], "abc", null, false), null,
        0, [], [new("fraud", 11, 2)], new(0, null, "Ladder", [], [], 0), null);
}
