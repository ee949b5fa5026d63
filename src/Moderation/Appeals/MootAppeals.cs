using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>An appeal against what no longer counts has nothing left to ask for.</summary>
internal sealed class MootAppeals(ModerationDb db, TimeProvider clock) : IReactTo<DecisionSuperseded>, IReactTo<DecisionOverturned>, IReactTo<DecisionOverridden>, IReactTo<DecisionRestored>
{
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
        // Read tracked: one that was ruled on in this very command is no longer open.
        foreach (var appeal in await db.Appeals.Where(x => x.DecisionId == decision).ToListAsync(ct))
            if (Appeal.IsOpen(appeal.State))
                appeal.Moot(clock.GetUtcNow());
    }
}
