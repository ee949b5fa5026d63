using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Where a rating changed, or left an item, there is nothing left to dispute about it.</summary>
internal sealed class MootDisputes(ModerationDb db, Happenings happenings, TimeProvider clock) : IReactTo<FactCheckCorrected>, IReactTo<DecisionOverturned>
{
    private (IReadOnlyList<IEvent> Wave, ILookup<DecisionId, Dispute> Disputes) read = ([], Array.Empty<Dispute>().ToLookup(x => x.DecisionId));

    // At once, also where the labels go by a run.
    public async Task React(FactCheckCorrected happened, CancellationToken ct)
    {
        foreach (var dispute in await db.Disputes.Open.Where(x => x.FactCheckId == happened.Check.Id).OrderBy(x => x.Id).ToListAsync(ct))
            Moot(dispute);
    }

    public async Task React(DecisionOverturned happened, CancellationToken ct)
    {
        if (!happened.Whole || happened.Decision.FactCheckId is null)
            return;

        if (read.Wave != happenings.Wave)
            read = (happenings.Wave, await Against([.. happenings.Wave.OfType<DecisionOverturned>().Where(x => x.Decision.FactCheckId is not null).Select(x => x.Decision.Id)], ct));
        foreach (var dispute in read.Disputes[happened.Decision.Id])
            Moot(dispute);
    }

    // Read tracked: one that was answered in this very command is no longer open.
    private void Moot(Dispute dispute)
    {
        if (dispute.Moot(clock.GetUtcNow()) is Result<Done>.Ok)
            happenings.Raise(new DisputeMooted(dispute));
    }

    private async Task<ILookup<DecisionId, Dispute>> Against(IReadOnlyList<DecisionId> decisions, CancellationToken ct)
    {
        var disputes = new List<Dispute>();
        foreach (var some in decisions.Distinct().Chunk(Parts.Size))
            disputes.AddRange(await db.Disputes.Open.Where(x => some.Contains(x.DecisionId)).ToListAsync(ct));
        return disputes.ToLookup(x => x.DecisionId);
    }
}
