using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>Somebody reports a subject; many reports gather in one case. About one we do not know yet it is kept and attached later.</summary>
/// <param name="ExternalId">The sender's own id; the same twice is one.</param>
/// <param name="LegalNotice">What the law asks of a notice; for <see cref="ReportSource.LegalNotice"/>.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record FileReport(
    SubjectRef Subject, AccountId? ReporterId = null, string? Guideline = null, string? Details = null,
    ReportSource Source = ReportSource.Member, LegalNotice? LegalNotice = null, string? ExternalId = null,
    DateTimeOffset? ObservedAt = null) : ICommand<FileReport.Answer>
{
    /// <summary>In characters.</summary>
    public const int MaxDetailsLength = 2_000_000;

    /// <param name="CaseId">Null while the subject is unknown.</param>
    /// <param name="Duplicate">Whether it had come before.</param>
    public sealed record Answer(ReportId ReportId, CaseId? CaseId, bool Duplicate);

    internal sealed class Validator : AbstractValidator<FileReport>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).Must(x => TextId.IsValid(x.Id)).WithMessage("'Subject' has no valid id.");
            RuleFor(x => x.Subject.Kind).IsInEnum();
            RuleFor(x => x.ReporterId).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'Reporter Id' is not a valid id.");
            RuleFor(x => x.ExternalId).Must(x => x is null || TextId.IsValid(x)).WithMessage("'External Id' is not a valid id.");
            RuleFor(x => x.Guideline).MaximumLength(100);
            RuleFor(x => x.Details).MaximumLength(MaxDetailsLength);
            RuleFor(x => x.Source).IsInEnum();
        }
    }

    internal sealed class Handler(ReportIntake reports) : IRequestHandler<FileReport, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(FileReport command, CancellationToken ct) => reports.File(command, ct);
    }
}

/// <summary>How reports come in, one at a time or many in an import.</summary>
internal sealed class ReportIntake(ModerationDb db, Rulebooks rulebooks, CaseGathering cases, Call call, TimeProvider clock)
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

    private async Task Attach(Report report, CancellationToken ct)
    {
        var source = report.Source switch
        {
            ReportSource.TrustedFlagger => CaseSource.TrustedFlagger,
            ReportSource.LegalNotice => CaseSource.LegalNotice,
            _ => CaseSource.Member,
        };
        if (await cases.Gather(report.Subject, new(source, report.Guideline, report.ReporterId), ct) is { } @case)
            report.AttachTo(@case.Id);
    }
}

/// <summary>An administrator says who is a trusted flagger (DSA art. 22).</summary>
[AllowedTo(Role.Admin, Scopes = [Scope.Admin])]
public sealed record PutTrustedFlagger(AccountId Id, string Name, bool Active) : ICommand<PutTrustedFlagger.Answer>
{
    public sealed record Answer(AccountId Id, bool Created);

    internal sealed class Validator : AbstractValidator<PutTrustedFlagger>
    {
        public Validator()
        {
            RuleFor(x => x.Id).Must(x => TextId.IsValid(x.Value)).WithMessage("'Id' is not a valid id.");
            RuleFor(x => x.Name).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(ModerationDb db) : IRequestHandler<PutTrustedFlagger, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PutTrustedFlagger command, CancellationToken ct)
        {
            if (await db.Set<TrustedFlagger>().FindAsync([command.Id], ct) is { } known)
            {
                known.Become(command.Name, command.Active);
                return new Answer(command.Id, Created: false);
            }

            db.Add(TrustedFlagger.Register(command.Id, command.Name, command.Active));
            return new Answer(command.Id, Created: true);
        }
    }
}
