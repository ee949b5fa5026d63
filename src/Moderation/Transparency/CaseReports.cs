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

    internal sealed class Handler(ModerationDb db, CaseSight sight, ReporterRecords records) : IRequestHandler<CaseReports, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseReports query, CancellationToken ct)
        {
            if (!(await sight.See(query.Case, ct)).IsOk(out _, out var unseen))
                return unseen;

            var reports = db.Reports.AsNoTracking().Where(x => x.CaseId == query.Case);
            var groups = new List<Group>();
            var flaggers = await reports.Where(x => x.Source == ReportSource.TrustedFlagger).Select(x => x.ReporterId).Distinct().ToListAsync(ct);
            foreach (var flagger in flaggers)
                groups.AddRange(await ReportGroups.Grouped(
                    reports.Where(x => x.Source == ReportSource.TrustedFlagger && x.ReporterId == flagger), ReportSource.TrustedFlagger,
                    await db.Set<TrustedFlagger>().Where(x => x.Id == flagger).Select(x => x.Name).FirstOrDefaultAsync(ct), ct));
            groups.AddRange(await ReportGroups.Notices(reports.Where(x => x.Source == ReportSource.LegalNotice), ct));
            foreach (var source in new[] { ReportSource.Member, ReportSource.Automated })
                groups.AddRange(await ReportGroups.Grouped(reports.Where(x => x.Source == source), source, null, ct));

            return new Answer(groups, groups.Sum(x => x.Reports), await WereRight(reports, flaggers, ct));
        }

        // What a flagger is believed says nothing of their record while that is too short to tell.
        private async Task<int> WereRight(IQueryable<Report> reports, List<AccountId?> flaggers, CancellationToken ct)
        {
            var right = await reports.CountAsync(x => x.Source != ReportSource.TrustedFlagger && x.Credibility > Credibility.Neutral, ct);
            foreach (var flagger in flaggers.OfType<AccountId>())
                right += (await records.Of(flagger, ct)).For(ReportSource.Member) > Credibility.Neutral ? 1 : 0;
            return right;
        }
    }
}
