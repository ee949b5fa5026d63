using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

// Law 1 on ratings: whoever bears one is told of the checker first and of the appeal after, and at every instant one of both is open to them or was used.
public sealed class RatingRedressLaws : IAsyncLifetime
{
    private const int Authors = 10;
    private const int Steps = 6;

    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task No_rating_is_without_redress()
    {
        var chance = new Random(20240229);
        await new History(world, [.. Enumerable.Range(0, Authors).Select(x => Script.Draw(x, Steps, chance))]).Play();
        await RatedHistory.Play(world, Authors);
        var rated = world.Read(db => db.Decisions.AsNoTracking().Where(x => x.FactCheckId != null && x.OverturnedAt == null && x.SupersededAt == null && x.OverriddenAt == null).ToList());
        var (disputed, waited) = (0, 0);
        foreach (var decision in rated)
        {
            await Tells(decision);
            var before = await Redress(decision);
            if (!before.CanDispute)
                continue;

            disputed++;
            var dispute = (await world.Do(Member(decision), new FileDispute(decision.Id, decision.AuthorId, "It is true."))).DisputeId;
            var filed = await Redress(decision);
            Assert.Equal((DisputeState.Filed, false), (filed.Latest?.State, filed.CanDispute));
            if (disputed % 3 == 0)
                await world.Do(Member(decision), new WithdrawDispute(dispute));
            else if (disputed % 3 == 1)
                await world.Do(new Actor.Staff(new("checker")), new AnswerDispute(dispute, DisputeAnswer.Upheld, null, "We looked again.", "Harbour Checks"));
            else
                waited++;
            await Redress(decision);
        }

        Assert.True(rated.Count > Authors && disputed > 6 && waited > 1, $"{rated.Count} rated, {disputed} disputed, {waited} waited");
        world.Clock.Pass(TimeSpan.FromHours(24) + TimeSpan.FromTicks(1));
        foreach (var decision in rated)
            Assert.Null((await Redress(decision)).Waits);
        world.Clock.Pass(TimeSpan.FromDays(400));
        foreach (var decision in rated)
            Assert.Equal((false, false), await Redress(decision) is var late ? (late.CanDispute, late.CanAppeal) : default);
    }

    // What is written to them, in the order in which it helps.
    private async Task Tells(Decision decision)
    {
        var page = await world.Do(Member(decision), new DecisionFile(decision.Id));
        var words = Assert.Single(page.StatementOfReasons.Rows, x => x.Code is "redress").Text;
        var (checker, us) = (words.IndexOf("ask the fact-checkers", StringComparison.Ordinal), words.IndexOf("appeal to us", StringComparison.Ordinal));
        Assert.True(checker >= 0 && checker < us, words);
    }

    private async Task<(bool CanDispute, DisputeProgress.Answer? Latest, bool CanAppeal, DateTimeOffset? Waits)> Redress(Decision decision)
    {
        var now = world.Clock.GetUtcNow();
        var (dispute, appeal) = (await world.Do(Member(decision), new RatingRedress(decision.Id)), (await world.Do(Member(decision), new DecisionFile(decision.Id))).Appeal);
        var waits = dispute.Latest is { State: DisputeState.Filed } open ? open.DueAt : (DateTimeOffset?)null;
        var mayAppeal = now <= decision.AppealUntil && appeal.Id is null;
        Assert.Equal((mayAppeal && waits is null, mayAppeal ? waits : null), (appeal.CanAppeal, appeal.WaitsUntil));
        Assert.True(mayAppeal || appeal.Id is not null || now > decision.AppealUntil);
        // What the pages promise the door keeps.
        if (waits is not null && appeal.Id is null)
            Assert.Equal("appeal.disputeOpen", (await world.Refuse(Member(decision), new FileAppeal(decision.Id, null, decision.AuthorId, ""))).Code);
        return (dispute.CanDispute, dispute.Latest, appeal.CanAppeal, appeal.WaitsUntil);
    }

    private static Actor.Member Member(Decision decision) => new(decision.AuthorId);
}
