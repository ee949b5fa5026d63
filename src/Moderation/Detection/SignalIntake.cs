using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Detection;

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
