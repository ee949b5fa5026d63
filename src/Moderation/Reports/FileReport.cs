using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Review;

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
