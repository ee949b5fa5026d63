using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>A machine tells what it thinks of a subject. About a subject we do not know yet it is kept and attached later.</summary>
/// <param name="ExternalId">The sender's own id; the same twice is one.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="ObservedAt">When it looked.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record SendSignal(
    SubjectRef Subject, string Detector, string Version, string Label, double Score, string? Guideline = null,
    string? ExternalId = null, DateTimeOffset? ObservedAt = null) : ICommand<SendSignal.Answer>
{
    internal const int MaxNameLength = 200;

    /// <param name="CaseId">Null while the subject is unknown, or where nobody needs to look.</param>
    /// <param name="Duplicate">Whether it had come before.</param>
    public sealed record Answer(SignalId Id, CaseId? CaseId, bool Duplicate);

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
        }
    }

    internal sealed class Handler(SignalIntake signals) : IRequestHandler<SendSignal, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(SendSignal command, CancellationToken ct) => signals.Receive(command, ct);
    }
}

/// <summary>How signals come in, one at a time or many in an import.</summary>
internal sealed class SignalIntake(
    ModerationDb db, Guidelines.Rulebooks rulebooks, Clearances clearances, CaseGathering cases, Call call, TimeProvider clock)
    : IReactTo<ContentArrived>, IReactTo<AccountArrived>
{
    public async Task<Result<SendSignal.Answer>> Receive(SendSignal sent, CancellationToken ct)
    {
        var client = (call.Actor as Actor.Client)?.Name ?? "";
        if (sent.ExternalId is { } external && await Find(client, external, ct) is { } before)
            return new SendSignal.Answer(before.Id, before.CaseId, Duplicate: true);

        if (sent.Guideline is { } code && (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Find(code) is null)
            return EnforcementErrors.UnknownGuideline;

        var signal = db.Add(Signal.Receive(sent, client, clock.GetUtcNow())).Entity;
        await Attach(signal, ct);
        return new SendSignal.Answer(signal.Id, signal.CaseId, Duplicate: false);
    }

    public Task React(ContentArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Content), ct);

    public Task React(AccountArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Account), ct);

    private async Task<Signal?> Find(string client, string external, CancellationToken ct) =>
        db.Signals.Local.FirstOrDefault(x => x.Client == client && x.ExternalId == external)
        ?? await db.Signals.FirstOrDefaultAsync(x => x.Client == client && x.ExternalId == external, ct);

    private async Task AttachAll(SubjectRef subject, CancellationToken ct)
    {
        foreach (var signal in await db.Signals.About(subject).Where(x => x.CaseId == null).OrderBy(x => x.Id).ToListAsync(ct))
            await Attach(signal, ct);
    }

    private async Task Attach(Signal signal, CancellationToken ct)
    {
        // What a person cleared stays cleared: the signal is kept, and nobody is asked again.
        if (signal.Guideline is { } guideline && await clearances.Covers(signal.Subject, guideline, ct))
            return;

        if (await cases.Gather(signal.Subject, new(CaseSource.Signal, signal.Guideline, Score: signal.Score), ct) is { } @case)
            signal.AttachTo(@case.Id);
    }
}
