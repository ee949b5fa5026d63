using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Which disputes a fact-checker may open: not their own, and none about what only specialists may know of.</summary>
internal sealed class DisputeSight(ModerationDb db, Seals seals, Call call)
{
    public async Task<Error?> Bar(Dispute dispute, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var self))
            return null;
        if (await db.Set<StaffMember>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == self, ct) is not { } member
            || !member.Holds(Role.ChildSafety) && await seals.Holds(SubjectRef.Of(dispute.ContentId), ct))
            return DisputeErrors.Unknown;

        return member.Account == dispute.DisputantId ? DisputeErrors.Own : null;
    }

    /// <summary>Those left out that are about something sealed.</summary>
    public IQueryable<Dispute> WithoutSealed(IQueryable<Dispute> disputes) => disputes.Where(x =>
        !db.Set<RestrictedSubject>().Any(y => y.SubjectKind == SubjectKind.Content && y.SubjectId == (string)(object)x.ContentId)
        && !db.Set<Case>().Any(y => y.SubjectKind == SubjectKind.Content && y.SubjectId == (string)(object)x.ContentId && y.IsRestricted));
}
