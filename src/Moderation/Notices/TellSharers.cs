using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Who shared what is rated now is told of it by a run of its own: they may be a hundred thousand.</summary>
internal sealed class TellSharers(ModerationDb db, SharersOf sharers, Call call, TimeProvider clock) : IReactTo<DecisionMade>, IReactTo<FactCheckCorrected>
{
    private readonly HashSet<FactCheckId> seen = [];

    internal sealed record What(FactCheckId FactCheck);

    // A copy from after the rating was only ever shared with its label on it.
    public async Task React(DecisionMade happened, CancellationToken ct)
    {
        if (happened.Decision is { FactCheckId: { } check, Rated: not { IsCopy: true, IsEarlierCopy: false } } && !seen.Contains(check)
            && (await sharers.SharedAmong([new(happened.Decision.SubjectId)], ct)).Count > 0)
            await Begin(check, ct);
    }

    // Whom the new rating reaches, its own decisions bring.
    public async Task React(FactCheckCorrected happened, CancellationToken ct)
    {
        if (await db.Set<SharerTold>().AnyAsync(x => x.FactCheckId == happened.Check.Id && x.Rating != null, ct))
            await Begin(happened.Check.Id, ct);
    }

    // One that has not begun will see this too; one that has may be past it.
    private async Task Begin(FactCheckId id, CancellationToken ct)
    {
        if (!seen.Add(id))
            return;

        var what = JsonSerializer.Serialize(new What(id), WireJson.Options);
        if (!await db.Runs.AnyAsync(x => x.Kind == RunKind.TellSharers && x.State == RunState.Running && x.Cursor == null && x.What == what, ct))
            db.Add(Run.Propose(
                RunKind.TellSharers, what, (await db.FactChecks.FindAsync([id], ct))!.Review.Url, call.Actor, total: 0, needsSecondPerson: false, TimeSpan.Zero, clock.GetUtcNow()));
    }
}
