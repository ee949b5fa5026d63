using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>What a checker takes back, whether by themselves or because somebody disputed it.</summary>
internal sealed class Correcting(ModerationDb db, Spreading spreading, Checkable checkable, TimeProvider clock)
{
    /// <param name="rating">Null withdraws the check.</param>
    public async Task<Result<CorrectFactCheck.Answer>> Correct(FactCheckId id, Rating? rating, string reason, string by, CancellationToken ct)
    {
        if (await db.FactChecks.FirstOrDefaultAsync(x => x.Id == id, ct) is not { } check)
            return FactCheckErrors.Unknown;
        if (await checkable.IsOwn(id, ct))
            return ClaimErrors.Own;
        if (!check.Correct(rating, reason, by, clock.GetUtcNow()).IsOk(out var correction, out var refusal))
            return refusal;

        db.Add(correction);
        var (lifted, run) = await spreading.Relabel(check, correction, ct);
        return new CorrectFactCheck.Answer(check.Id, check.State, check.Rating, lifted, run);
    }
}
