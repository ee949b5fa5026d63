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
    ModerationDb db, Guidelines.Rulebooks rulebooks, Clearances clearances, PauseSwitches pauses, BankLook banks, CaseGathering cases, Happenings happenings, Call call, TimeProvider clock)
    : IReactTo<ContentArrived>, IReactTo<AccountArrived>, IReactTo<DetectorResumed>
{
    public async Task<Result<SendSignal.Answer>> Receive(SendSignal sent, CancellationToken ct)
    {
        var client = (call.Actor as Actor.Client)?.Name ?? "";
        if (sent.ExternalId is { } external && await Find(client, external, ct) is { } before)
            return new SendSignal.Answer(before.Id, before.CaseId, Duplicate: true, before.ClearedBy);

        if (sent.Guideline is { } code && (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Find(code) is null)
            return EnforcementErrors.UnknownGuideline;

        var signal = db.Add(Signal.Receive(sent, client, clock.GetUtcNow())).Entity;
        await Attach(signal, ct);
        return new SendSignal.Answer(signal.Id, signal.CaseId, Duplicate: false, signal.ClearedBy);
    }

    /// <summary>The product itself found something.</summary>
    /// <param name="clearedBy">The bank that says of the very same part that it breaks no such guideline.</param>
    public async Task Raise(SendSignal found, string? clearedBy, CancellationToken ct)
    {
        var signal = db.Add(Signal.Receive(found, "", clock.GetUtcNow())).Entity;
        if (clearedBy is not null)
            signal.ClearBy(clearedBy);
        await Attach(signal, ct);
    }

    public Task React(ContentArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Content), ct);

    public Task React(AccountArrived happened, CancellationToken ct) => AttachAll(SubjectRef.Of(happened.Account), ct);

    /// <summary>How many held signals are gathered in one command.</summary>
    public const int MostAtOnce = 200;

    // The first at once; what is more is for the job.
    public async Task React(DetectorResumed happened, CancellationToken ct)
    {
        foreach (var signal in await db.Signals.Where(x => x.IsHeld && x.Detector == happened.Detector).OrderBy(x => x.At).Take(MostAtOnce).ToListAsync(ct))
            await Attach(signal, ct);
    }

    /// <summary>Gathers signals whose detector is not paused any more, however they came to be held. Answers how many.</summary>
    public async Task<int> GatherHeld(CancellationToken ct)
    {
        var held = await db.Signals.Where(x => x.IsHeld && !db.Set<Pause>().Any(y => y.Kind == PauseKind.Detector && y.Code == x.Detector))
            .OrderBy(x => x.At).Take(MostAtOnce).ToListAsync(ct);
        foreach (var signal in held)
            await Attach(signal, ct);

        return held.Count;
    }

    private async Task<Signal?> Find(string client, string external, CancellationToken ct) =>
        db.Signals.Local.FirstOrDefault(x => x.Client == client && x.ExternalId == external)
        ?? await db.Signals.FirstOrDefaultAsync(x => x.Client == client && x.ExternalId == external, ct);

    private async Task AttachAll(SubjectRef subject, CancellationToken ct)
    {
        // What was raised and gathered in this very command may be stored without its case yet.
        foreach (var signal in await db.Signals.About(subject).Where(x => x.CaseId == null).OrderBy(x => x.Id).ToListAsync(ct))
            if (signal.CaseId is null)
                await Attach(signal, ct);
    }

    private async Task Attach(Signal signal, CancellationToken ct)
    {
        if (await pauses.Holds(signal.Detector, ct))
        {
            signal.Hold();
            return;
        }

        signal.LetGo();
        // What a person cleared stays cleared: the signal is kept, and nobody is asked again.
        if (signal.Guideline is { } guideline && await clearances.Covers(signal.Subject, guideline, ct))
            return;

        if (signal is { ClearedBy: null, Guideline: { } named } && await banks.ClearedBy(signal.Subject, named, ct) is { } bank)
            signal.ClearBy(bank);
        if (signal.ClearedBy is not null)
            return;

        if (await cases.Gather(signal.Subject, new(CaseSource.Signal, signal.Guideline, Score: signal.Score), ct) is { } @case)
        {
            signal.AttachTo(@case.Id);
            happenings.Raise(new SignalGathered(signal.Subject, signal.Guideline));
        }
    }
}
