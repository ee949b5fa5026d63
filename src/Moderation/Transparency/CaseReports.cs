using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A moderator sees who reported a case, why, and how often these people were right: each kind of source by itself.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseReports(CaseId Case) : IQuery<CaseReports.Answer>
{
    /// <summary>How much of what somebody wrote is shown, in characters.</summary>
    public const int MaxWords = 2000;

    /// <summary>How many legal notices are shown one by one; all are counted.</summary>
    public const int MaxNotices = 5;

    /// <param name="Groups">Trusted flaggers each by themselves, the newest legal notices one by one, the older together, members, programs.</param>
    /// <param name="Total">Of all of them, programs included.</param>
    /// <param name="WereRight">How many of those who are counted were right before more often than not.</param>
    public sealed record Answer(IReadOnlyList<Group> Groups, int Total, int WereRight);

    /// <param name="Name">Of a trusted flagger, or the address that a legal notice names; else null.</param>
    /// <param name="People">How many different people; who gave no name is not among them.</param>
    /// <param name="Guidelines">The most often named first.</param>
    /// <param name="Latest">The last words that came with one; of a legal notice its explanation.</param>
    /// <param name="WithWords">How many came with words.</param>
    public sealed record Group(
        ReportSource Source, string? Name, int Reports, int People, IReadOnlyList<Named> Guidelines, DateTimeOffset First, DateTimeOffset Last,
        string? Latest, int WithWords);

    public sealed record Named(string Guideline, int Reports);

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, Seals seals) : IRequestHandler<CaseReports, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseReports query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member
                || await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Case, ct) is not { } @case
                || !await claims.MaySee(member, @case, ct))
                return ReviewErrors.UnknownCase;

            await seals.Close(@case.Subject, ct);
            var reports = db.Reports.AsNoTracking().Where(x => x.CaseId == query.Case);
            var groups = new List<Group>();
            foreach (var flagger in await reports.Where(x => x.Source == ReportSource.TrustedFlagger).Select(x => x.ReporterId).Distinct().ToListAsync(ct))
                groups.AddRange(await Grouped(
                    reports.Where(x => x.Source == ReportSource.TrustedFlagger && x.ReporterId == flagger), ReportSource.TrustedFlagger,
                    await db.Set<TrustedFlagger>().Where(x => x.Id == flagger).Select(x => x.Name).FirstOrDefaultAsync(ct), ct));
            groups.AddRange(await Notices(reports.Where(x => x.Source == ReportSource.LegalNotice), ct));
            foreach (var source in new[] { ReportSource.Member, ReportSource.Automated })
                groups.AddRange(await Grouped(reports.Where(x => x.Source == source), source, null, ct));

            return new Answer(groups, groups.Sum(x => x.Reports), await reports.CountAsync(x => x.Credibility > Credibility.Neutral && x.ReporterId != null, ct));
        }

        private static async Task<IEnumerable<Group>> Notices(IQueryable<Report> notices, CancellationToken ct)
        {
            var newest = await notices.OrderByDescending(x => x.ReceivedAt).ThenByDescending(x => x.Id).Take(MaxNotices).ToListAsync(ct);
            var shown = newest.Select(x => x.Id).ToArray();
            return newest.Select(x => (x.Guideline, x.ReceivedAt, Said: LegalNotice.Read(x.Notice)))
                .Select(x => new Group(
                    ReportSource.LegalNotice, x.Said?.Url, 1, 1, x.Guideline is null ? [] : [new(x.Guideline, 1)], x.ReceivedAt, x.ReceivedAt,
                    Shortened(x.Said?.Explanation), 1))
                .Concat(await Grouped(notices.Where(x => !shown.Contains(x.Id)), ReportSource.LegalNotice, null, ct));
        }

        private static async Task<IEnumerable<Group>> Grouped(IQueryable<Report> some, ReportSource source, string? name, CancellationToken ct)
        {
            var named = await some.GroupBy(x => x.Guideline)
                .Select(x => new { x.Key, Count = x.Count(), First = x.Min(y => y.ReceivedAt), Last = x.Max(y => y.ReceivedAt) }).ToListAsync(ct);
            if (named.Count == 0)
                return [];

            var spoken = some.Where(x => x.Details != null && x.Details != "");
            return [new(
                source, name, named.Sum(x => x.Count), await some.Where(x => x.ReporterId != null).Select(x => x.ReporterId).Distinct().CountAsync(ct),
                [.. named.Where(x => x.Key is not null).OrderByDescending(x => x.Count).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => new Named(x.Key!, x.Count))],
                named.Min(x => x.First), named.Max(x => x.Last),
                await spoken.OrderByDescending(x => x.ReceivedAt).ThenByDescending(x => x.Id).Select(x => x.Details!.Substring(0, MaxWords)).FirstOrDefaultAsync(ct),
                await spoken.CountAsync(ct))];
        }

        private static string? Shortened(string? words) => words?.Length > MaxWords ? words[..MaxWords] : words;
    }
}
