using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Detection;

/// <summary>A machine tells what it thinks of a subject. About a subject we do not know yet it is kept and attached later.</summary>
/// <param name="ExternalId">The sender's own id; the same twice is one.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="ObservedAt">When it looked.</param>
/// <param name="Explanation">What it saw, for a moderator to read; up to 500 characters.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record SendSignal(
    SubjectRef Subject, string Detector, string Version, string Label, double Score, string? Guideline = null,
    string? ExternalId = null, DateTimeOffset? ObservedAt = null, string? Explanation = null) : ICommand<SendSignal.Answer>
{
    internal const int MaxNameLength = 200;
    internal const int MaxExplanationLength = 500;

    /// <param name="CaseId">Null while the subject is unknown, or where nobody needs to look.</param>
    /// <param name="Duplicate">Whether it had come before.</param>
    /// <param name="ClearedBy">The bank by which nobody needs to look; null for none.</param>
    public sealed record Answer(SignalId Id, CaseId? CaseId, bool Duplicate, string? ClearedBy = null);

    internal sealed class Validator : AbstractValidator<SendSignal>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).Must(x => TextId.IsValid(x.Id)).WithMessage("'Subject' has no valid id.");
            RuleFor(x => x.Subject.Kind).IsInEnum();
            RuleFor(x => x.Detector).NotEmpty().MaximumLength(MaxNameLength);
            RuleFor(x => x.Version).NotEmpty().MaximumLength(MaxNameLength);
            RuleFor(x => x.Label).NotEmpty().MaximumLength(MaxNameLength);
            RuleFor(x => x.Score).InclusiveBetween(0, 1);
            RuleFor(x => x.ExternalId).Must(x => x is null || TextId.IsValid(x)).WithMessage("'External Id' is not a valid id.");
            RuleFor(x => x.Guideline).MaximumLength(100);
            RuleFor(x => x.Explanation).MaximumLength(MaxExplanationLength);
        }
    }

    internal sealed class Handler(SignalIntake signals) : IRequestHandler<SendSignal, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(SendSignal command, CancellationToken ct) => signals.Receive(command, ct);
    }
}
