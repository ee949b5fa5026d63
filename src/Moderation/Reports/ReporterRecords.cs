using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>How often somebody was right of late.</summary>
/// <param name="Right">Cases in which what they reported was found so, of those decided.</param>
/// <param name="Decided">Cases that they reported and that were decided on the merits; the last hundred at most.</param>
internal readonly record struct ReporterRecord(int Right, int Decided)
{
    /// <summary>What they are believed, 0 to 1.</summary>
    public double For(ReportSource source) =>
        Credibility.Of(Right, Decided, source is ReportSource.TrustedFlagger ? Credibility.Full : Credibility.Neutral);
}

/// <summary>Records of reporters, read from what was decided and never counted up: what is overturned is gone from them.</summary>
internal sealed class ReporterRecords(ModerationDb db)
{
    /// <summary>Of a case with more reporters the most credible are weighed; the rest would hardly tell.</summary>
    public const int MostWeighed = 200;

    public async Task<ReporterRecord> Of(AccountId reporter, CancellationToken ct)
    {
        var judged = db.Set<Decision>().AsNoTracking().OnMerits();
        // Case by case, the newest first; one may have several decisions, of which one overrides the other.
        var told = await (
            from report in db.Reports
            from decision in judged
            where report.ReporterId == reporter && report.Source != ReportSource.Automated && report.CaseId != null
                && decision.CaseId == report.CaseId && report.ReceivedAt <= decision.MadeAt
            select new { report.CaseId, Root = decision.ChainId ?? decision.Id })
            .Distinct().OrderByDescending(x => x.CaseId).Take(2 * Credibility.Window).ToListAsync(ct);
        var roots = told.Select(x => x.Root).Distinct().ToArray();
        var standing = (await judged
            .Where(x => (roots.Contains(x.Id) || x.ChainId != null && roots.Contains(x.ChainId.Value)) && x.OverriddenAt == null)
            .Select(x => new { Root = x.ChainId ?? x.Id, x.Finding }).ToListAsync(ct)).ToLookup(x => x.Root, x => x.Finding);

        bool[] cases = [.. told.GroupBy(x => x.CaseId).Select(x => x.SelectMany(y => standing[y.Root]).ToArray())
            .Where(x => x.Length > 0).Take(Credibility.Window).Select(x => x.Any(y => y is not Finding.DoesNotViolate))];
        return new(cases.Count(x => x), cases.Length);
    }

    /// <summary>How far a report is believed that comes to a case; null where it does not count.</summary>
    public async Task<double?> CountsFor(Report report, CaseId @case, CancellationToken ct)
    {
        if (report.Source is ReportSource.Automated)
            return null;
        if (report.ReporterId is not { } reporter)
            return Credibility.Neutral;

        var isRepeated = db.Reports.Local.Any(Same) || await db.Reports.AnyAsync(
            x => x.ReporterId == reporter && x.CaseId == @case && x.Id != report.Id && x.Credibility != null, ct);
        return isRepeated ? null : (await Of(reporter, ct)).For(report.Source);

        bool Same(Report x) => x.ReporterId == reporter && x.CaseId == @case && x.Id != report.Id && x.Credibility is not null;
    }

    /// <summary>As many reports by wholly credible people as those of a case are worth.</summary>
    public async Task<double> WeightOf(CaseId @case, CancellationToken ct)
    {
        var stored = await db.Reports.AsNoTracking().Where(x => x.CaseId == @case && x.Credibility != null)
            .OrderByDescending(x => x.Credibility).Take(MostWeighed).Select(x => new { x.Id, x.Credibility }).ToListAsync(ct);
        // Of many that come in one command none is stored yet.
        var near = db.Reports.Local.Where(x => x.CaseId == @case && x.Credibility is not null).Select(x => new { x.Id, x.Credibility });
        return Credibility.Together(near.UnionBy(stored, x => x.Id).Select(x => x.Credibility!.Value));
    }
}
