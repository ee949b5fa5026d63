using Microsoft.EntityFrameworkCore;
using Moderation.Reports;

namespace Moderation.Transparency;

/// <summary>Reports of a case, those of one kind of source together.</summary>
internal static class ReportGroups
{
    /// <summary>The newest one by one, the older together.</summary>
    public static async Task<IEnumerable<CaseReports.Group>> Notices(IQueryable<Report> notices, CancellationToken ct)
    {
        var newest = await notices.OrderByDescending(x => x.ReceivedAt).ThenByDescending(x => x.Id).Take(CaseReports.MaxNotices).ToListAsync(ct);
        var shown = newest.Select(x => x.Id).ToArray();
        return newest.Select(x => (x.Guideline, x.ReceivedAt, Said: LegalNotice.Read(x.Notice)))
            .Select(x => new CaseReports.Group(
                ReportSource.LegalNotice, x.Said?.Url, 1, 1, x.Guideline is null ? [] : [new(x.Guideline, 1)], x.ReceivedAt, x.ReceivedAt,
                Shortened(x.Said?.Explanation), 1))
            .Concat(await Grouped(notices.Where(x => !shown.Contains(x.Id)), ReportSource.LegalNotice, null, ct));
    }

    /// <summary>Those of one source together; nothing where there are none.</summary>
    public static async Task<IEnumerable<CaseReports.Group>> Grouped(IQueryable<Report> some, ReportSource source, string? name, CancellationToken ct)
    {
        var named = await some.GroupBy(x => x.Guideline)
            .Select(x => new { x.Key, Count = x.Count(), First = x.Min(y => y.ReceivedAt), Last = x.Max(y => y.ReceivedAt) }).ToListAsync(ct);
        if (named.Count == 0)
            return [];

        var spoken = some.Where(x => x.Details != null && x.Details != "");
        return [new CaseReports.Group(
            source, name, named.Sum(x => x.Count), await some.Where(x => x.ReporterId != null).Select(x => x.ReporterId).Distinct().CountAsync(ct),
            [.. named.Where(x => x.Key is not null).OrderByDescending(x => x.Count).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => new CaseReports.Named(x.Key!, x.Count))],
            named.Min(x => x.First), named.Max(x => x.Last),
            await spoken.OrderByDescending(x => x.ReceivedAt).ThenByDescending(x => x.Id).Select(x => x.Details!.Substring(0, CaseReports.MaxWords)).FirstOrDefaultAsync(ct),
            await spoken.CountAsync(ct))];
    }

    private static string? Shortened(string? words) => words?.Length > CaseReports.MaxWords ? words[..CaseReports.MaxWords] : words;
}
