using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Appeals on which somebody said whether the decision was right, with what the decision was about.</summary>
internal sealed class RuledAppeals(ModerationDb db, CountedCases counted)
{
    public sealed class Row
    {
        public AppealId Appeal { get; init; }

        public DecisionId Decision { get; init; }

        public CaseId? Case { get; init; }

        /// <summary>Of the case; empty where it is not known.</summary>
        public string Language { get; init; } = "";

        /// <summary>0 where nobody had opened a case.</summary>
        public long Lane { get; init; }

        public string Guideline { get; init; } = "";

        public bool IsOverturned { get; init; }

        public DateTimeOffset? RuledAt { get; init; }
    }

    public async Task<IQueryable<Row>> Of(IFigures part, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var (restricted, guideline) = (await counted.Restricted(ct), part.Guideline);
        var rows =
            from appeal in db.Appeals.AsNoTracking()
            where appeal.ClosedAt > @from && appeal.ClosedAt <= until && !appeal.IsRestricted
                && (appeal.Ruling == Ruling.Upheld || appeal.Ruling == Ruling.Overturned || appeal.Ruling == Ruling.PartlyOverturned)
            join decision in db.Set<Decision>() on appeal.DecisionId equals decision.Id
            where !restricted.Contains(decision.Guideline) && (guideline == null || decision.Guideline == guideline)
            join found in db.Cases on decision.CaseId equals (CaseId?)found.Id into cases
            from @case in cases.DefaultIfEmpty()
            where @case == null || !@case.IsRestricted
            select new Row
            {
                Appeal = appeal.Id,
                Decision = decision.Id,
                Case = decision.CaseId,
                Language = @case == null ? "" : @case.Language,
                Lane = @case == null ? 0 : @case.LaneId,
                Guideline = decision.Guideline,
                IsOverturned = appeal.Ruling != Ruling.Upheld,
                RuledAt = appeal.ClosedAt,
            };
        if (part.Queue is null)
            return rows;

        long[] lanes = [.. (await counted.Lanes(part.Queue, ct)).Select(x => x.Lane)];
        return rows.Where(x => lanes.Contains(x.Lane));
    }
}
