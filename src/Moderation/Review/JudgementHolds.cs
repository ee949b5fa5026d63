using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Cases whose holder has judged and may still undo it. Every write repeats its condition on the row it updates.</summary>
internal sealed class JudgementHolds(ModerationDb db, Claims claims, TimeProvider clock)
{
    /// <summary>The case, while it still waits for the judgement under this number; null when it was taken from it.</summary>
    public async Task<Case?> Take(CaseId @case, StaffId by, long number, CancellationToken ct) =>
        await Waiting(@case, by, number).ExecuteUpdateAsync(x => x
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1
            ? await db.Cases.SingleAsync(x => x.Id == @case, ct)
            : null;

    /// <summary>A fresh claim for who judged; null when the case was taken from them.</summary>
    public async Task<(long Number, DateTimeOffset Until)?> Reclaim(CaseId @case, StaffId by, long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + await claims.Term(now, ct);
        return await Waiting(@case, by, number).ExecuteUpdateAsync(x => x
            .SetProperty(c => c.JudgementDueAt, (DateTimeOffset?)null)
            .SetProperty(c => c.AvailableAt, until)
            .SetProperty(c => c.ClaimNumber, c => c.ClaimNumber + 1)
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1
            ? (number + 1, until)
            : null;
    }

    private IQueryable<Case> Waiting(CaseId @case, StaffId by, long number) => db.Cases.Where(x =>
        x.Id == @case && x.Stage == CaseStage.Waiting && x.Holder == by && x.ClaimNumber == number && x.JudgementDueAt != null);
}
