using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>How reports come in, one at a time or many in an import.</summary>
internal sealed class ReportIntake(
    ModerationDb db, Rulebooks rulebooks, CaseGathering cases, ReporterRecords records, Happenings happenings, Call call, TimeProvider clock)
    : IReactTo<ContentArrived>, IReactTo<AccountArrived>
{
    public async Task<Result<FileReport.Answer>> File(FileReport filed, CancellationToken ct)
    {
        var client = (call.Actor as Actor.Client)?.Name ?? "";
        if (filed.ExternalId is { } external && await Find(client, external, ct) is { } before)
            return new FileReport.Answer(before.Id, before.CaseId, Duplicate: true);

        var now = clock.GetUtcNow();
        var guideline = filed.Guideline is { } code ? (await rulebooks.InForce(db, now, ct)).Find(code) : null;
        if (filed.Guideline is not null && guideline is null)
            return EnforcementErrors.UnknownGuideline;
        if (filed.Source is ReportSource.LegalNotice && !IsComplete(filed.LegalNotice, guideline))
            return ReportErrors.NoticeIncomplete;
        if (filed.Source is ReportSource.TrustedFlagger
            && (filed.ReporterId is not { } id || await db.Set<TrustedFlagger>().FindAsync([id], ct) is not { IsActive: true }))
            return ReportErrors.NotAFlagger;

        var report = db.Add(Report.File(filed, client, now)).Entity;
        await Attach(report, ct);
        return new FileReport.Answer(report.Id, report.CaseId, Duplicate: false);
    }

    public Task React(ContentArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Content), ct);

    public Task React(AccountArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Account), ct);

    private static bool IsComplete(LegalNotice? notice, Guideline? guideline) =>
        notice is { GoodFaith: true }
        && !string.IsNullOrWhiteSpace(notice.Explanation)
        && Uri.TryCreate(notice.Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        && (guideline is { Restricted: true } || !string.IsNullOrWhiteSpace(notice.Name) && !string.IsNullOrWhiteSpace(notice.Email));

    private async Task<Report?> Find(string client, string external, CancellationToken ct) =>
        db.Reports.Local.FirstOrDefault(x => x.Client == client && x.ExternalId == external)
        ?? await db.Reports.FirstOrDefaultAsync(x => x.Client == client && x.ExternalId == external, ct);

    private async Task AttachAll(SubjectRef subject, CancellationToken ct)
    {
        foreach (var report in await db.Reports.About(subject).Where(x => x.CaseId == null).OrderBy(x => x.Id).ToListAsync(ct))
            await Attach(report, ct);
    }

    /// <summary>Gathers a report in the case of its subject, if there is one to look at.</summary>
    public async Task Attach(Report report, CancellationToken ct)
    {
        var source = report.Source switch
        {
            ReportSource.TrustedFlagger => CaseSource.TrustedFlagger,
            ReportSource.LegalNotice => CaseSource.LegalNotice,
            ReportSource.Automated => CaseSource.Automated,
            _ => CaseSource.Member,
        };
        if (await cases.Gather(report.Subject, new(source, report.Guideline, report.ReporterId), ct) is not { } @case)
            return;

        report.AttachTo(@case.Id);
        report.Believe(await records.CountsFor(report, @case.Id, ct));
        happenings.Raise(new ReportGathered(report.Subject, report.Guideline));
        if (@case.Stage is CaseStage.Waiting && report.Credibility is not null)
            @case.Weigh(@case.Reach, await records.WeightOf(@case.Id, ct));
        if (@case.Stage is CaseStage.Decided && report is { ReporterId: { } reporter, Source: not ReportSource.Automated })
            happenings.Raise(new ReportOfDecided(@case.Id, reporter));
    }
}
