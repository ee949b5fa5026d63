using System.Text.Json;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Transparency;

public sealed class CaseReportsTests : InAWorld
{
    [Fact]
    public async Task Each_kind_of_source_stands_by_itself_with_what_it_names_and_its_last_words()
    {
        var content = await world.Post();
        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Consumer desk", Active: true));
        var @case = await Report(content, "fraud", "anna");
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        await File("bo", "spam", "He blocked me.");
        await File("cy", "fraud", null);
        await File("ngo", "fraud", "Same wallet.", ReportSource.TrustedFlagger);
        await File("bot", "spam", null, ReportSource.Automated);
        await world.Do(World.Platform, new FileReport(
            SubjectRef.Of(content), null, "fraud", null, ReportSource.LegalNotice, new("It is a scam by law.", "https://example.org/p/1", "A. Maker", "a@example.org", GoodFaith: true)));

        var told = await world.Do(World.Moderator, new CaseReports(@case));
        Assert.Equal([ReportSource.TrustedFlagger, ReportSource.LegalNotice, ReportSource.Member, ReportSource.Automated], told.Groups.Select(x => x.Source));
        Assert.Equal(6, told.Total);
        Assert.Equal(("Consumer desk", "Same wallet."), (told.Groups[0].Name, told.Groups[0].Latest));
        Assert.Equal("It is a scam by law.", told.Groups[1].Latest);
        var members = told.Groups[2];
        Assert.Equal((3, 3, "He blocked me.", 2), (members.Reports, members.People, members.Latest, members.WithWords));
        Assert.Equal([new("fraud", 2), new CaseReports.Named("spam", 1)], members.Guidelines);
        Assert.Equal(TimeSpan.FromMinutes(5), members.Last - members.First);
        Assert.DoesNotContain("anna", JsonSerializer.Serialize(told), StringComparison.Ordinal);
        Assert.DoesNotContain("a@example.org", JsonSerializer.Serialize(told), StringComparison.Ordinal);

        Task File(string by, string guideline, string? words, ReportSource source = ReportSource.Member) =>
            world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId(by), guideline, words, source));
    }

    [Fact]
    public async Task It_says_how_many_of_them_were_right_before()
    {
        for (var i = 0; i < 5; i++)
        {
            var content = await world.Post($"post-{i}");
            await Report(content, "spam", "careful");
            await world.Decide(content, "spam");
        }

        var @case = await Report(await world.Post("now"), "spam", "careful");
        await Report(new("now"), "spam", "stranger");
        Assert.Equal(1, (await world.Do(World.Moderator, new CaseReports(@case))).WereRight);
    }

    [Fact]
    public async Task What_only_specialists_may_know_of_is_unknown_to_others_and_each_opening_is_written_down()
    {
        var @case = await RestrictedCase();
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new CaseReports(@case)));

        Assert.Equal(1, (await world.Do(World.ChildSafety, new CaseReports(@case))).Total);
        Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == nameof(CaseReports) && !x.Refused).ToList()));
    }
}
