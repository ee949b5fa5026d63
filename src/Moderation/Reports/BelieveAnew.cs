using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>Whoever turned out right or wrong is believed more or less in what still waits.</summary>
internal sealed class BelieveAnew(ModerationDb db, ReporterRecords records, Prioritising prioritising)
    : IReactTo<DecisionMade>, IReactTo<DecisionOverturned>, IReactTo<DecisionOverridden>, IReactTo<DecisionRestored>
{
    /// <summary>Reporters of one case, and waiting cases of theirs, that are weighed anew at once; the others when something comes to them.</summary>
    public const int Most = 100;

    public Task React(DecisionMade happened, CancellationToken ct) => Weigh(happened.Decision, ct);

    public Task React(DecisionOverturned happened, CancellationToken ct) => Weigh(happened.Decision, ct);

    public Task React(DecisionOverridden happened, CancellationToken ct) => Weigh(happened.Decision, ct);

    public Task React(DecisionRestored happened, CancellationToken ct) => Weigh(happened.Decision, ct);

    private async Task Weigh(Decision decision, CancellationToken ct)
    {
        if (decision.CaseId is not { } decided || decision.IsAgeOut)
            return;

        var reporters = await db.Reports.Where(x => x.CaseId == decided && x.Credibility != null && x.ReporterId != null)
            .OrderByDescending(x => x.Credibility).ThenBy(x => x.Id).Take(Most).Select(x => x.ReporterId).ToListAsync(ct);
        if (reporters.Count == 0)
            return;

        var waiting = await (
            from report in db.Reports.AsNoTracking()
            join @case in db.Cases on report.CaseId equals @case.Id
            where reporters.Contains(report.ReporterId) && report.Credibility != null && @case.Stage == CaseStage.Waiting
            orderby @case.Priority descending, report.Id
            select report).Take(Most).ToListAsync(ct);
        var changed = new HashSet<CaseId>();
        foreach (var theirs in waiting.GroupBy(x => x.ReporterId!.Value))
        {
            var record = await records.Of(theirs.Key, ct);
            foreach (var report in theirs.Where(x => x.Credibility != record.For(x.Source)))
            {
                await Believe(report.Id, record.For(report.Source), ct);
                changed.Add(report.CaseId!.Value);
            }
        }

        // In one order, so that two who decide at once never wait for each other crosswise.
        foreach (var @case in changed.OrderBy(x => x.Value))
            await prioritising.Weigh(@case, await records.WeightOf(@case, ct), ct);
    }

    private async Task Believe(ReportId report, double credibility, CancellationToken ct)
    {
        if (db.Reports.Local.FindEntry(report)?.Entity is { } near)
            near.Believe(credibility);
        else
            await db.Reports.Where(x => x.Id == report && x.Credibility != null).ExecuteUpdateAsync(x => x
                .SetProperty(r => r.Credibility, (double?)credibility)
                .SetProperty(r => EF.Property<long>(r, Conventions.Version), r => EF.Property<long>(r, Conventions.Version) + 1), ct);
    }
}
