using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>Exclusive, expiring, numbered holds on appeals.</summary>
internal sealed class AppealClaims(ModerationDb db, Seals seals, Rulebooks rulebooks, Call call, TimeProvider clock)
{
    /// <summary>Those about something that only specialists may know of left out, whatever the appealed decision was for.</summary>
    public static IQueryable<Appeal> WithoutSealed(ModerationDb db, IQueryable<Appeal> appeals) => appeals.Where(x => !x.IsRestricted
        && !db.Set<Decision>().Any(decision => decision.Id == x.DecisionId
            && (db.Set<RestrictedSubject>().Any(y => y.SubjectKind == decision.SubjectKind && y.SubjectId == decision.SubjectId)
                || db.Set<Case>().Any(y => y.SubjectKind == decision.SubjectKind && y.SubjectId == decision.SubjectId && y.IsRestricted))));

    public IQueryable<Appeal> Claimable(StaffMember member)
    {
        var now = clock.GetUtcNow();
        var (self, own, seesRestricted) = (member.Id, member.Account, member.Holds(Role.ChildSafety));
        var all = db.Appeals.AsNoTracking().Open;
        var open = (seesRestricted ? all : WithoutSealed(db, all)).Where(x =>
            x.AvailableAt <= now && !db.Set<AppealBar>().Any(bar => bar.AppealId == x.Id && bar.StaffId == self));
        return own is null ? open : open.Where(x => x.AppellantId != own
            && !db.Set<Decision>().Any(decision => decision.Id == x.DecisionId && decision.AuthorId == own));
    }

    public async Task<Error?> Bar(Appeal appeal, StaffMember member, CancellationToken ct)
    {
        if (!member.Holds(Role.ChildSafety) && (appeal.IsRestricted || await IsSealed(appeal, ct)))
            return AppealErrors.Unknown;

        var self = member.Id;
        if (await db.AppealBars.AnyAsync(x => x.AppealId == appeal.Id && x.StaffId == self, ct))
            return AppealErrors.SameReviewer;

        return member.Account is { } own && (appeal.AppellantId == own
            || await db.Set<Decision>().AnyAsync(x => x.Id == appeal.DecisionId && x.AuthorId == own, ct))
            ? AppealErrors.OwnAppeal
            : null;
    }

    public async Task<ClaimAppeal.Answer?> Take(Appeal seen, StaffId by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + await Term(now, ct);
        var taken = await db.Appeals
            .Where(x => x.Id == seen.Id && (x.State == AppealState.Filed || x.State == AppealState.InReview)
                && x.AvailableAt <= now && x.ClaimNumber == seen.ClaimNumber)
            .ExecuteUpdateAsync(x => x
                .SetProperty(a => a.State, AppealState.InReview)
                .SetProperty(a => a.Holder, (StaffId?)by)
                .SetProperty(a => a.AvailableAt, until)
                .SetProperty(a => a.ClaimNumber, a => a.ClaimNumber + 1)
                .SetProperty(a => a.FreshFinding, (Finding?)null)
                .SetProperty(a => EF.Property<long>(a, Conventions.Version), a => EF.Property<long>(a, Conventions.Version) + 1), ct);
        return taken == 1 ? new(seen.Id, seen.ClaimNumber + 1, until) : null;
    }

    public async Task<ClaimAppeal.Answer?> Renew(AppealId id, StaffId holder, long number, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var self) || self != holder)
            return null;

        var now = clock.GetUtcNow();
        var until = now + await Term(now, ct);
        return await HeldBy(id, holder, number, now).ExecuteUpdateAsync(x => x
            .SetProperty(a => a.AvailableAt, until)
            .SetProperty(a => EF.Property<long>(a, Conventions.Version), a => EF.Property<long>(a, Conventions.Version) + 1), ct) == 1
            ? new(id, number, until)
            : null;
    }

    /// <summary>The appeal while this person holds it under this number.</summary>
    public async Task<Appeal?> Held(AppealId id, StaffId holder, long number, CancellationToken ct)
    {
        if (call.Actor is not Actor.Staff(var self) || self != holder)
            return null;

        return await HeldBy(id, holder, number, clock.GetUtcNow()).FirstOrDefaultAsync(ct);
    }

    private async Task<bool> IsSealed(Appeal appeal, CancellationToken ct) =>
        await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == appeal.DecisionId, ct) is { } decision
        && await seals.Holds(decision.Subject, ct);

    private IQueryable<Appeal> HeldBy(AppealId id, StaffId holder, long number, DateTimeOffset now) => db.Appeals.Where(x =>
        x.Id == id && x.State == AppealState.InReview && x.Holder == holder && x.ClaimNumber == number && x.AvailableAt > now);

    private async Task<TimeSpan> Term(DateTimeOffset now, CancellationToken ct) =>
        TimeSpan.FromMinutes((await rulebooks.InForce(db, now, ct)).Windows.ClaimMinutes);
}
