using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>An appeal against what no longer counts has nothing left to ask for.</summary>
internal sealed class MootAppeals(ModerationDb db, Happenings happenings, TimeProvider clock) : IReactTo<DecisionSuperseded>, IReactTo<DecisionOverturned>, IReactTo<DecisionOverridden>, IReactTo<DecisionRestored>
{
    private (IReadOnlyList<IEvent> Wave, ILookup<DecisionId, Appeal> Appeals) read = ([], Array.Empty<Appeal>().ToLookup(x => x.DecisionId));

    public Task React(DecisionSuperseded happened, CancellationToken ct) => Moot(happened.Decision.Id, ct);

    public Task React(DecisionOverturned happened, CancellationToken ct) =>
        happened.Whole ? Moot(happened.Decision.Id, ct) : Task.CompletedTask;

    public Task React(DecisionOverridden happened, CancellationToken ct) => Moot(happened.Decision.Id, ct);

    public async Task React(DecisionRestored happened, CancellationToken ct)
    {
        foreach (var appeal in await db.Appeals.Where(x => x.DecisionId == happened.Decision.Id && x.State == AppealState.Moot).ToListAsync(ct))
            appeal.Reopen(clock.GetUtcNow());
    }

    private async Task Moot(DecisionId decision, CancellationToken ct)
    {
        if (read.Wave != happenings.Wave)
            read = (happenings.Wave, await Against([.. happenings.Wave.Select(Gone).OfType<DecisionId>()], ct));
        foreach (var appeal in read.Appeals[decision])
            if (Appeal.IsOpen(appeal.State))
                appeal.Moot(clock.GetUtcNow());
    }

    // Read tracked: one that was ruled on in this very command is no longer open.
    private async Task<ILookup<DecisionId, Appeal>> Against(IReadOnlyList<DecisionId> decisions, CancellationToken ct)
    {
        var appeals = new List<Appeal>();
        foreach (var some in decisions.Distinct().Chunk(Parts.Size))
            appeals.AddRange(await db.Appeals.Where(x => some.Contains(x.DecisionId)).ToListAsync(ct));
        return appeals.ToLookup(x => x.DecisionId);
    }

    private static DecisionId? Gone(IEvent happened) => happened switch
    {
        DecisionSuperseded(var decision) => decision.Id,
        DecisionOverturned { Whole: true } overturned => overturned.Decision.Id,
        DecisionOverridden overridden => overridden.Decision.Id,
        _ => null,
    };
}
