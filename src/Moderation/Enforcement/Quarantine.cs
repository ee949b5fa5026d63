using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What is quarantined is locked here, and the host is told to lock and preserve its own; taken back, it is open again.</summary>
internal sealed class Quarantine(ModerationDb db, RestrictedSubjects restricted, Outbox outbox)
    : IReactTo<DecisionMade>, IReactTo<DecisionOverturned>, IReactTo<DecisionSuperseded>
{
    public async Task React(DecisionMade happened, CancellationToken ct)
    {
        var decision = happened.Decision;
        if (!Quarantines(decision))
            return;

        await restricted.Lock(decision.Subject, true, ct);
        var id = new ContentId(decision.SubjectId);
        var revisions = await db.Revisions.AsNoTracking().Where(x => x.ContentId == id).OrderBy(x => x.Number).ToListAsync(ct);
        // Ids and hashes are enough to find everything by; what it says goes nowhere.
        outbox.Tell(decision.Subject, "content.quarantined", new
        {
            DecisionId = decision.Id.Value,
            ContentId = decision.SubjectId,
            decision.Revision,
            LockAndPreserve = true,
            Revisions = revisions.Select(x => new { x.Number, x.Digest, Media = x.Media.Select(y => new { y.Id, y.PdqHash }) }),
        });
    }

    public Task React(DecisionOverturned happened, CancellationToken ct) => Unlock(happened.Decision, ct);

    public Task React(DecisionSuperseded happened, CancellationToken ct) => Unlock(happened.Decision, ct);

    private async Task Unlock(Decision decision, CancellationToken ct)
    {
        if (!decision.Outcomes.Any(x => x.Kind is OutcomeKind.Quarantined))
            return;

        var isLocked = await db.Outcomes.On(decision.Subject).AnyAsync(x => x.Kind == OutcomeKind.Quarantined && x.RetractedAt == null, ct);
        await restricted.Lock(decision.Subject, isLocked, ct);
    }

    private static bool Quarantines(Decision decision) => decision.Outcomes.Any(x => x.Kind is OutcomeKind.Quarantined);
}
