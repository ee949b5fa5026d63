using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Tests.Transparency;
using Moderation.Transparency;

namespace Moderation.Tests.Laws;

/// <summary>Whatever happened, figures say what somebody finds who goes through every row.</summary>
public sealed class FigureLaws : FigureWorld
{
    private const int Steps = 120;
    private const int Looks = 8;

    private static readonly string[] Languages = ["nl", "ar", "en-GB", ""];
    private static readonly string[] Rules = ["fraud", "spam", "graphic-content", "child-safety"];
    private static readonly double[] Waits = [0.1, 3, 17, 61, 300, 1500];

    private readonly Random chance = new(20210629);
    private readonly List<EnforceDirectly.Answer> decided = [];

    [Fact]
    public async Task Figures_equal_what_every_row_says()
    {
        for (var step = 1; step <= Steps; step++)
        {
            await Step();
            if (step % (Steps / Looks) != 0)
                continue;

            Later();
            foreach (var (queue, guideline) in new[] { (null, null), ("scams", null), ((string?)null, "spam"), ("unrouted", "fraud") })
            {
                await Compare(queue, guideline, FigurePeriod.Day);
                await Compare(queue, guideline, FigurePeriod.Week);
            }
        }

        // Else there was nothing to be wrong about.
        Assert.True(decided.Count > 15);
        Assert.True(world.Read(db => db.Cases.Any(x => x.Stage == CaseStage.Void) && db.Cases.Any(x => x.SnoozedUntil != null) && db.Cases.Any(x => x.IsRestricted)));
        Assert.True(world.Read(db => db.Appeals.Count(x => x.Ruling == Ruling.Overturned)) > 2);
    }

    private async Task Step()
    {
        var open = world.Read(db => db.Cases.Where(x => x.Stage == CaseStage.Waiting && !x.IsRestricted && x.Holder == null && (x.SnoozedUntil == null || x.SnoozedUntil <= Now)).Select(x => x.Id).ToList());
        var turn = chance.Next(14);
        if (turn < 4 || open.Count == 0)
        {
            var @case = await Open(Pick(Rules), Pick(Languages));
            if (chance.Next(3) == 0 && world.Read(db => !db.Cases.Single(x => x.Id == @case).IsRestricted))
                MoveTo("scams", @case);
        }
        else if (turn < 7)
            decided.Add(await Judge(Pick(open), Pick(Rules[..3]), Pick([Finding.Violates, Finding.DoesNotViolate, Finding.NotRecommendable]) is var finding && finding is Finding.NotRecommendable ? Finding.Violates : finding,
                chance.Next(2) == 0 ? World.Moderator : World.OtherModerator));
        else if (turn == 7)
            await Delete(Pick(open));
        else if (turn == 8)
            Mark(Pick(open), x => x.SnoozedUntil, Now.AddHours(chance.Next(1, 60)));
        else if (turn == 9)
            Mark(Pick(open), x => x.PausedAt, Now);
        else if (decided.Where(IsUncontested).ToList() is { Count: > 0 } uncontested)
            await Appealed(Pick(uncontested), Pick([Ruling.Overturned, Ruling.Overturned, Ruling.Upheld, Ruling.Inadmissible]));

        Later(Pick(Waits));
    }

    private async Task Compare(string? queue, string? guideline, FigurePeriod period)
    {
        var now = Now;
        using var scope = world.Open();
        var db = (ModerationDb)scope.ServiceProvider.GetService(typeof(ModerationDb))!;
        var lanes = db.Lanes.AsNoTracking().ToDictionary(x => x.Id, x => x.Queue);
        var cases = db.Cases.AsNoTracking().ToList()
            .Where(x => !x.IsRestricted && (queue is null || lanes[x.LaneId] == queue) && (guideline is null || x.LeadGuideline == guideline)).ToList();
        var decisions = db.Decisions.AsNoTracking().ToList();

        var flow = await Ask(new QueueFlow(period, queue, guideline));
        foreach (var bucket in flow.Buckets)
            Assert.Equal(
                (cases.Count(x => In(x.OpenedAt, bucket)), cases.Count(x => x.Stage is CaseStage.Decided && In(x.ClosedAt, bucket)), cases.Count(x => x.Stage is CaseStage.Void && In(x.ClosedAt, bucket))),
                (bucket.Arrived, bucket.Decided, bucket.Void));
        var hour = cases.Where(x => x.Stage is CaseStage.Decided && x.ClosedAt > now.AddHours(-1)).ToList();
        Assert.Equal(
            (WaitedAt(now) - WaitedAt(now.AddDays(-1)), hour.Count, hour.Select(x => decisions.Single(y => y.CaseId == x.Id).DecidedBy).Distinct().Count()),
            (flow.Growth, flow.DecidedLastHour, flow.People));

        var waiting = cases.Where(x => x.Stage is CaseStage.Waiting).ToList();
        var backlog = await Ask(new Backlog(queue, guideline));
        double[] ends = [0, 15, 60, 240, 720, double.MaxValue];
        Assert.Equal((waiting.Count, waiting.Count(x => x.DueAt <= now && !x.IsPausedAt(now))), (backlog.Open, backlog.Late));
        Assert.Equal(ends.Skip(1).Zip(ends, (end, start) => waiting.Count(x => (now - x.OpenedAt).TotalMinutes is var age && age >= start && age < end)), backlog.Ages);
        Assert.Equal(
            waiting.GroupBy(x => lanes[x.LaneId]).Select(x => (x.Key, x.Count(), (DateTimeOffset?)x.Min(y => y.OpenedAt))).Order(),
            backlog.Queues.Select(x => (x.Queue, x.Open, x.OldestSince)).Order());

        var closed = cases.Where(x => x.Stage is CaseStage.Decided && x.ClosedAt > now - period.Length).ToList();
        var times = await Ask(new TimesToDecision(period, queue, guideline));
        var took = closed.Select(x => x.ClosedAt!.Value - x.OpenedAt).Order().ToList();
        Assert.Equal((took.Count, took.Count == 0 ? null : took[(took.Count - 1) / 2]), (times.Decided, times.All?.Median));
        var shares = await Ask(new DecidedShares(period, queue, guideline));
        var closing = closed.Select(x => decisions.Single(y => y.CaseId == x.Id)).ToList();
        Assert.Equal((closing.Count, closing.Count(x => x.Finding is Finding.DoesNotViolate)), (shares.Looked, shares.Rows.Where(x => !x.IsBreach).Sum(x => x.Count)));
        Assert.Equal(closing.Count, shares.Rows.Sum(x => x.Count));

        var ruled = db.Appeals.AsNoTracking().ToList().Where(x => x.ClosedAt > now - period.Length && x.Ruling is Ruling.Upheld or Ruling.Overturned)
            .Select(x => (x.Ruling, Decision: decisions.Single(y => y.Id == x.DecisionId)))
            .Select(x => (x.Ruling, x.Decision.Guideline, Case: db.Cases.AsNoTracking().Single(y => y.Id == x.Decision.CaseId)))
            .Where(x => (queue is null || lanes[x.Case.LaneId] == queue) && (guideline is null || x.Guideline == guideline)).ToList();
        var errors = await Ask(new OverturnedShares(period, queue, guideline));
        Assert.Equal((ruled.Count, ruled.Count(x => x.Ruling is Ruling.Overturned)), (errors.Ruled, errors.Overturned));
        Assert.Equal(
            ruled.GroupBy(x => x.Case.Language).Select(x => (x.Key, x.Count(), x.Count(y => y.Ruling is Ruling.Overturned))).Order(),
            errors.Languages.Select(x => (x.Code, x.Ruled, x.Overturned)).Order());

        if (guideline is null)
            foreach (var (slot, at) in (await Ask(new ExpectedBreaches(queue))).Slots.Select((x, at) => (x, at)))
                Assert.InRange(slot.High, 0, waiting.Count(x => x.PausedAt is null && x.DueAt > now.AddMinutes(10 * at) && x.DueAt <= now.AddMinutes(10 * (at + 1))));

        static bool In(DateTimeOffset? at, QueueFlow.Bucket bucket) => at >= bucket.From && at < bucket.Until;
        int WaitedAt(DateTimeOffset at) => cases.Count(x => x.OpenedAt <= at && !(x.ClosedAt <= at));
    }

    private bool IsUncontested(EnforceDirectly.Answer decision) => world.Read(db => !db.Appeals.Any(x => x.DecisionId == decision.Id)
        && db.Set<Decision>().Single(x => x.Id == decision.Id) is { State: DecisionState.InForce, Finding: Finding.Violates });

    private T Pick<T>(IReadOnlyList<T> some) => some[chance.Next(some.Count)];

    private async Task Delete(CaseId @case) =>
        await world.Do(World.Platform, new DeleteContent(new(world.Read(db => db.Cases.Single(x => x.Id == @case).SubjectId)), Now, DeletedBy.Author));

    private void Mark(CaseId @case, System.Linq.Expressions.Expression<Func<Case, DateTimeOffset?>> field, DateTimeOffset at) => world.Read(db =>
    {
        db.Entry(db.Cases.Single(x => x.Id == @case)).Property(field).CurrentValue = at;
        return db.SaveChanges();
    });
}
