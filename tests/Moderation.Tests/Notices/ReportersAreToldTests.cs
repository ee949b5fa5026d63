using Moderation.Enforcement;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Notices;

public sealed class ReportersAreToldTests : InAWorld
{
    [Fact]
    public async Task Who_reports_what_was_removed_already_hears_so_at_once()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, 1, "fraud", Finding.Violates, null, "As seen."));
        await world.Do(World.Platform, new FileReport(claim.Case.Subject, new AccountId("late"), "fraud"));

        Assert.Equal([NoticeKind.ReportResolved], await Kinds("reporter"));
        Assert.Equal([NoticeKind.ReportResolved], await Kinds("late"));
        Assert.Single(world.Read(db => db.Cases.ToList()));
    }

    [Fact]
    public async Task The_platform_hears_which_reports_are_resolved_and_not_what_was_done()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, 1, "fraud", Finding.DoesNotViolate, null, "An ordinary sale."));

        var told = Assert.Single((await world.Do(World.Product, new EventFeed())).Events, x => x.Type is "report.resolved");
        Assert.Equal(world.Read(db => db.Reports.Single().Id.Value), told.Data.GetProperty("reports")[0].GetGuid());
        Assert.False(told.Data.GetProperty("actedOn").GetBoolean());
    }

    private async Task<NoticeKind[]> Kinds(string account) =>
        [.. (await world.Do(new Actor.Member(new(account)), new NoticesOf(new(account)))).Notices.Select(x => x.Kind)];
}
