using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Appeals;

public sealed class ReportersAppealTests : IAsyncLifetime
{
    private static readonly AccountId Anna = new("anna");
    private static readonly AccountId Bo = new("bo");

    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task One_reporter_who_withdraws_does_not_speak_for_the_others()
    {
        var (first, second) = await NotActedOn();
        var appeal = await File(first, Anna);
        await world.Do(new Actor.Member(Anna), new WithdrawAppeal(appeal));

        Assert.Equal(AppealState.Filed, (await world.Do(new Actor.Member(Bo), new FileAppeal(null, second, Bo, "Look again."))).State);
        Assert.Equal(AppealErrors.AlreadyFiled, await world.Refuse(new Actor.Member(Anna), new FileAppeal(null, first, Anna, "And again.")));
    }

    [Fact]
    public async Task When_one_is_right_the_others_have_nothing_left_to_ask_and_somebody_looks_again()
    {
        var (first, second) = await NotActedOn();
        var (won, other) = (await File(first, Anna), await File(second, Bo));
        await world.Rule(won, Ruling.Overturned);

        Assert.Equal(AppealState.Moot, world.Read(db => db.Appeals.Single(x => x.Id == other).State));
        Assert.Single(world.Read(db => db.Cases.Where(x => x.Stage == CaseStage.Waiting).ToList()));
    }

    [Fact]
    public async Task What_a_reporter_wrote_is_not_for_the_author_to_read()
    {
        var (first, _) = await NotActedOn();
        await world.Rule(await File(first, Anna), Ruling.Overturned);
        var decision = world.Read(db => db.Decisions.Single(x => x.CauseId == null).Id);

        Assert.Null((await world.Do(World.Member, new DecisionFile(decision))).Appeal.Statement);
        Assert.Empty((await world.Do(World.Member, new AccountStatus(World.Author))).Past);
    }

    private async Task<AppealId> File(ReportId report, AccountId by) =>
        (await world.Do(new Actor.Member(by), new FileAppeal(null, report, by, "I know him."))).AppealId;

    private async Task<(ReportId, ReportId)> NotActedOn()
    {
        var post = SubjectRef.Of(await world.Post());
        var first = await world.Do(World.Platform, new FileReport(post, Anna, "fraud"));
        var second = await world.Do(World.Platform, new FileReport(post, Bo, "fraud"));
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        await world.Do(World.Moderator, new DecideCase(
            World.Moderator.Id, claim.CaseId, claim.ClaimNumber, 1, "fraud", Finding.DoesNotViolate, null, "An ordinary sale."));
        return (first.ReportId, second.ReportId);
    }
}
