using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Reports;

public sealed class FileReportTests : InAWorld
{
    private static readonly LegalNotice Notice = new("It copies my photograph.", "https://example.org/p/1", "A. Maker", "a@example.org", GoodFaith: true);

    [Fact]
    public async Task A_second_report_gathers_in_the_same_case()
    {
        var content = await world.Post();
        var first = await Report(content);
        Assert.Equal(first, await Report(content, "spam", "another"));

        var row = Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.Equal((2, Severity.High), (row.Reports, row.Severity));
        Assert.Equal(["fraud", "spam"], row.Guidelines);
    }

    [Fact]
    public async Task A_report_on_what_we_do_not_know_yet_waits_and_opens_the_case_when_it_comes()
    {
        var early = await world.Do(World.Platform, new FileReport(new(SubjectKind.Content, "post-1"), new AccountId("reporter"), "fraud", "Soon."));
        Assert.Null(early.CaseId);
        Assert.Equal(0, (await world.Do(World.Moderator, new ReviewQueue())).Count);

        await world.Post("post-1");

        var open = Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.Equal("Soon.", Assert.Single((await world.Do(World.Moderator, new CaseReports(open.Id))).Groups).Latest);
    }

    [Fact]
    public async Task The_same_twice_is_one()
    {
        var report = new FileReport(SubjectRef.Of(await world.Post()), new AccountId("reporter"), "fraud", ExternalId: "r-1");
        var first = await world.Do(World.Platform, report);
        var before = world.Fingerprint();

        Assert.Equal(first with { Duplicate = true }, await world.Do(World.Platform, report));
        Assert.Equal(before, world.Fingerprint());
        Assert.False((await world.Do(await Program(Scope.Platform), report)).Duplicate);
    }

    [Fact]
    public async Task What_was_decided_as_it_is_now_needs_nobody_to_look_again_but_a_new_revision_does()
    {
        var content = await world.Post();
        var first = await Report(content);
        await world.Decide(content);
        Assert.Equal(first, await Report(content, reporter: "another"));
        Assert.Equal(0, (await world.Do(World.Moderator, new ReviewQueue())).Count);

        await world.Post(text: "Now I sell something else.");
        Assert.NotEqual(first, await Report(content, reporter: "third"));
        Assert.Equal(1, (await world.Do(World.Moderator, new ReviewQueue())).Count);
    }

    [Fact]
    public async Task An_account_that_was_judged_once_can_be_reported_again()
    {
        await world.Post();
        var report = new FileReport(SubjectRef.Of(World.Author), new AccountId("reporter"), "fraud");
        var first = (await world.Do(World.Platform, report)).CaseId;
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        await world.Do(World.Moderator, Decide(World.Moderator, claim));
        world.Clock.Pass(TimeSpan.FromDays(60));

        Assert.NotEqual(first, (await world.Do(World.Platform, report)).CaseId);
        Assert.Equal(1, (await world.Do(World.Moderator, new ReviewQueue())).Count);
    }

    [Fact]
    public async Task Only_who_is_in_the_registry_is_a_trusted_flagger()
    {
        var flag = new FileReport(SubjectRef.Of(await world.Post()), new AccountId("ngo"), "fraud", Source: ReportSource.TrustedFlagger);
        Assert.Equal(ReportErrors.NotAFlagger, await world.Refuse(World.Platform, flag));
        Assert.Equal(ReportErrors.NotAFlagger, await world.Refuse(World.Platform, flag with { ReporterId = null }));

        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true));
        Assert.NotNull((await world.Do(World.Platform, flag)).CaseId);

        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: false));
        Assert.Equal(ReportErrors.NotAFlagger, await world.Refuse(World.Platform, flag));
    }

    [Fact]
    public async Task A_legal_notice_has_all_that_the_law_asks()
    {
        var filed = new FileReport(SubjectRef.Of(await world.Post()), null, "intellectual-property", Source: ReportSource.LegalNotice);
        foreach (var lacking in new[] { null, Notice with { GoodFaith = false }, Notice with { Explanation = " " }, Notice with { Url = "p/1" }, Notice with { Name = null }, Notice with { Email = "" } })
            Assert.Equal(ReportErrors.NoticeIncomplete, await world.Refuse(World.Platform, filed with { LegalNotice = lacking }));

        await world.Do(World.Platform, filed with { LegalNotice = Notice });
    }

    [Fact]
    public async Task On_child_safety_one_need_not_give_a_name()
    {
        var filed = new FileReport(SubjectRef.Of(await world.Post()), null, "child-safety", Source: ReportSource.LegalNotice);
        Assert.NotNull((await world.Do(World.Platform, filed with { LegalNotice = Notice with { Name = null, Email = null } })).CaseId);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var report = new FileReport(SubjectRef.Of(await world.Post()), new AccountId("reporter"), "fraud");
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Platform, report with { Guideline = "no-such" }));
        Assert.Equal(["reporterId"], FieldsOf(await world.Refuse(World.Platform, report with { ReporterId = new AccountId("") })));
        Assert.Equal(["subject"], FieldsOf(await world.Refuse(World.Platform, report with { Subject = new(SubjectKind.Content, " x") })));
    }
}
