using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A case as whoever asks may see it; where they may not, it is not there.</summary>
internal sealed class CaseSight(ModerationDb db, Call call, Claims claims, Seals seals)
{
    internal sealed record Seen(Case Case, StaffMember By);

    /// <summary>That a specialist looks at what is sealed is written down.</summary>
    public async Task<Result<Seen>> See(CaseId id, CancellationToken ct)
    {
        var glance = await Glance(id, ct);
        if (glance.IsOk(out var seen, out _))
            await seals.Close(seen.Case.Subject, ct);
        return glance;
    }

    /// <summary>Enough to say where the case stands: of what is sealed nothing is shown, so nothing is written down.</summary>
    public async Task<Result<Seen>> Glance(CaseId id, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var me) || await db.StaffWith(me, Claims.Roles, ct) is not { } member
            || await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is not { } @case
            || !await claims.MaySee(member, @case, ct))
            return ReviewErrors.UnknownCase;

        return new Seen(@case, member);
    }
}
