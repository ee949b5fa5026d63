using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Tests.Review;

namespace Moderation.Tests.Laws;

// What is paged is what there is: nothing twice, nothing left out, in the order of urgency.
public sealed class QueueLaws : InAWorld
{
    private const int Cases = 1500;

    private static readonly Gen<QueueFilter> Filters =
        from queue in Gen.Elements<string?>(null, null, "unrouted", "escalated", "nothing")
        from language in Gen.Elements<string?>(null, null, "l2", "l5")
        from guideline in Gen.Elements<string?>(null, null, "spam", "human-exploitation")
        from severity in Gen.Elements<Severity?>(null, null, Severity.Low, Severity.Severe)
        from source in Gen.Elements<CaseSource?>(null, null, CaseSource.LegalNotice, CaseSource.Member)
        from kind in Gen.Elements<RoutedKind?>(null, null, RoutedKind.Reel, RoutedKind.Account)
        from state in Gen.Elements<WaitingState?>(null, null, null, WaitingState.Open, WaitingState.Claimed, WaitingState.Mine, WaitingState.Escalated, WaitingState.Snoozed)
        from hours in Gen.Elements<int?>(null, null, 0, 24, 4000)
        from opened in Gen.Elements<int?>(null, null, 1000, 50_000)
        select new QueueFilter(queue, language, guideline, severity, source, kind, OpenedFrom: opened is { } x ? At.AddSeconds(-x) : null, State: state, DueWithinHours: hours);

    private static DateTimeOffset At { get; } = new TestClock().GetUtcNow();

    [Fact]
    public void Page_by_page_it_is_all_that_the_filter_names_in_its_order()
    {
        ManyCases.Make(world.ConnectionString, Cases, At, rare: 40);
        var all = world.Read(db => (from x in db.Cases.AsNoTracking() join lane in db.Lanes on x.LaneId equals lane.Id select new { x, lane }).ToList())
            .ConvertAll(x => (x.x, x.lane));

        Law.Holds(
            from filter in Filters from take in Gen.Choose(1, 200) select (filter, take),
            made => Pages(made.filter, Math.Max(made.take, 20)).GetAwaiter().GetResult()
                .SequenceEqual(Naive(all, made.filter)), times: 60);
    }

    [Fact]
    public async Task While_cases_are_claimed_and_decided_no_row_is_shown_twice()
    {
        ManyCases.Make(world.ConnectionString, 400, At, rare: 40);
        var (seen, chance) = (new List<CaseId>(), new Random(20210608));
        ReviewQueue.Place? after = null;
        do
        {
            var page = await world.Do(World.Lead, new ReviewQueue(Take: 30, After: after));
            seen.AddRange(page.Rows.Select(x => x.Id));
            after = page.Next;
            foreach (var row in page.Rows.Where(_ => chance.Next(3) == 0))
                await world.Run(World.Lead, new ClaimCase(World.Lead.Id, row.Id));
            var due = At.AddHours(chance.Next(2000));
            world.Read(db => db.Cases.Where(x => x.Reports == 0 && x.DueAt < due).Take(5)
                .ExecuteUpdate(x => x.SetProperty(c => c.Stage, CaseStage.Decided)));
        }
        while (after is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(seen.Count > 200);
    }

    private async Task<List<CaseId>> Pages(QueueFilter filter, int take)
    {
        var seen = new List<CaseId>();
        ReviewQueue.Place? after = null;
        do
        {
            var page = await world.Do(World.Lead, new ReviewQueue(filter, take, after, Counted: false));
            seen.AddRange(page.Rows.Select(x => x.Id));
            after = page.Next;
        }
        while (after is not null);

        return seen;
    }

    // As one would say it, without any index.
    private static IEnumerable<CaseId> Naive(List<(Case Case, Lane Lane)> all, QueueFilter filter) =>
        from pair in all
        let x = pair.Case
        where x.Stage is CaseStage.Waiting
            && (filter.Queue ?? pair.Lane.Queue) == pair.Lane.Queue
            && (filter.Language ?? pair.Lane.Language) == pair.Lane.Language
            && (filter.Guideline is null || x.LeadGuideline is { } lead && (lead == filter.Guideline || lead.StartsWith(filter.Guideline + ".", StringComparison.Ordinal)))
            && (filter.Severity ?? x.Severity) == x.Severity
            && (filter.Source is not { } source || (x.Sources & source.AsSources) != 0)
            && (filter.Kind is null || (x.ContentKind?.ToString() ?? "Account") == filter.Kind.ToString())
            && (filter.OpenedFrom is not { } since || x.OpenedAt >= since)
            && (filter.DueWithinHours is not { } hours || x.DueAt <= At.AddHours(hours))
            && IsIn(x, filter.State)
        orderby x.Priority descending, x.DueAt, x.Id.Value
        select x.Id;

    private static bool IsIn(Case x, WaitingState? state)
    {
        var isSnoozed = x.SnoozedUntil > At;
        var isHeld = !isSnoozed && x.Holder is not null && x.AvailableAt > At;
        return state switch
        {
            null => true,
            WaitingState.Mine => isHeld && x.Holder == World.Lead.Id,
            WaitingState.Claimed => isHeld,
            WaitingState.Snoozed => isSnoozed,
            WaitingState.Escalated => !isSnoozed && !isHeld && x.IsEscalated,
            _ => !isSnoozed && !isHeld && !x.IsEscalated,
        };
    }
}
