using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>Taken back, that nobody looked never was: what was reported waits again, with its reports, and does not age out a second time.</summary>
internal sealed class ReopenAgedOut(ModerationDb db, CaseGathering cases, ReportIntake reports) : IReactTo<DecisionOverturned>
{
    public async Task React(DecisionOverturned happened, CancellationToken ct)
    {
        var decision = happened.Decision;
        if (!decision.IsAgeOut || await cases.Gather(decision.Subject, new(CaseSource.Overturn, decision.Guideline), ct) is not { } @case)
            return;

        @case.Ask($"{decision.Id.Code} closed this unseen, and was overturned. Now somebody has to look.");
        foreach (var report in await db.Reports.Where(x => x.CaseId == decision.CaseId && x.CaseId != @case.Id).OrderBy(x => x.Id).ToListAsync(ct))
            await reports.Attach(report, ct);
    }
}
