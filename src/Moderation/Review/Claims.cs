using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Exclusive, expiring, numbered holds on cases. Every write repeats its condition on the row it updates.</summary>
internal sealed partial class Claims(ModerationDb db, Seals seals, Queues queues, Lanes lanes, Rulebooks rulebooks, TimeProvider clock)
{
    public static readonly Role[] Roles = [Role.Moderator, Role.Lead, Role.ChildSafety];

    /// <param name="queue">Null for those that are always there.</param>
    public static bool MaySee(StaffMember member, string code, Queue? queue) => code switch
    {
        Lane.Restricted => member.Holds(Role.ChildSafety),
        Lane.Escalated => member.Holds(Role.Lead),
        _ => member.Holds(Role.Lead) || member.Holds(Role.Moderator) && queue?.Admits(member.Id) is not false,
    };

    public async Task<bool> MaySee(StaffMember member, string queue, CancellationToken ct) => MaySee(member, queue, await queues.Find(queue, ct));

    /// <summary>Those lanes that somebody may see, whatever they read and are able to.</summary>
    public async Task<IReadOnlyList<Lane>> LanesFor(StaffMember member, CancellationToken ct)
    {
        var seen = new List<Lane>();
        foreach (var lane in await lanes.All(ct))
            if (await MaySee(member, lane.Queue, ct))
                seen.Add(lane);
        return seen;
    }

    public static ClaimNextCase.Summary Summarise(Case @case) => new(
        @case.Subject, @case.AuthorId, @case.Revision, @case.Severity, @case.OpenedAt, @case.DueAt,
        @case.Reports, @case.Signals, @case.Guidelines, @case.Question);

    /// <summary>The best of what is kept for this person and of what anybody may take.</summary>
    public async Task<Case?> HeadOf(IReadOnlyCollection<long> lanes, StaffMember member, CancellationToken ct)
    {
        var kept = await KeptHead(lanes, member, clock.GetUtcNow(), ct);
        var free = await FreeHead(lanes, member, ct);
        return kept is null || free is not null && IsBefore(free, kept) ? free : kept;
    }

    /// <summary>The first claimable case of each lane, and of those the best: one seek a lane, however many wait in it.</summary>
    private Task<Case?> FreeHead(IReadOnlyCollection<long> lanes, StaffMember member, CancellationToken ct)
    {
        var claimable = Claimable(member);
        var heads =
            // As one parameter, so that the statement reads the same for any number of lanes.
            from lane in db.Set<Lane>().Where(x => EF.Parameter(lanes).Contains(x.Id))
            from head in db.Set<Case>().AsNoTracking()
            where head.Id == claimable.Where(x => x.LaneId == lane.Id)
                .OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Select(x => (CaseId?)x.Id).FirstOrDefault()
            select head;
        return heads.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).FirstOrDefaultAsync(ct);
    }

    private IQueryable<Case> Claimable(StaffMember member)
    {
        var now = clock.GetUtcNow();
        var claimable = db.Cases.Waiting.Where(x => x.AvailableAt <= now);
        return member.Account is { } own
            ? claimable.Where(x => !db.Set<CaseBar>().Any(bar => bar.CaseId == x.Id && bar.Account == own))
            : claimable;
    }

    /// <summary>Null when somebody else was quicker.</summary>
    public async Task<(long Number, DateTimeOffset Until)?> Take(Case seen, StaffId by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + await Term(now, ct);
        // Held, asleep or kept for another is all one: not available yet. Whom it is kept for need not wait for that, for
        // AssignedTo stands only while nobody holds it and it does not sleep; taking it ends that.
        var taken = await db.Cases
            .Where(x => x.Id == seen.Id && x.Stage == CaseStage.Waiting && (x.AvailableAt <= now || x.AssignedTo == by) && x.ClaimNumber == seen.ClaimNumber)
            .ExecuteUpdateAsync(x => x
                .SetProperty(c => c.Holder, (StaffId?)by)
                .SetProperty(c => c.AssignedTo, (StaffId?)null)
                .SetProperty(c => c.AvailableAt, until)
                .SetProperty(c => c.ClaimNumber, c => c.ClaimNumber + 1)
                .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct);
        return taken == 1 ? (seen.ClaimNumber + 1, until) : null;
    }

    /// <summary>Gives a held case a new end; false when it is not held any more.</summary>
    public async Task<bool> EndAt(CaseId @case, StaffId holder, long number, DateTimeOffset end, bool keep, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Held(@case, holder, number, now).ExecuteUpdateAsync(x => x
            .SetProperty(c => c.AvailableAt, end)
            .SetProperty(c => c.Holder, keep ? holder : null)
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct) == 1;
    }

    /// <summary>The case while this person holds it under this number; null when the claim is stale.</summary>
    public async Task<Case?> HeldCase(CaseId @case, StaffId holder, long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // Bumped before it is read: of two who decide at once the second finds nothing.
        var held = await Held(@case, holder, number, now).ExecuteUpdateAsync(x => x
            .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct);
        return held == 1 ? await db.Cases.SingleAsync(x => x.Id == @case, ct) : null;
    }

    public async Task<TimeSpan> Term(DateTimeOffset now, CancellationToken ct) =>
        TimeSpan.FromMinutes((await rulebooks.InForce(db, now, ct)).Windows.ClaimMinutes);

    public async Task<bool> MaySee(StaffMember member, Case @case, CancellationToken ct) => await seals.Holds(@case.Subject, ct)
        ? member.Holds(Role.ChildSafety)
        : await MaySee(member, (await db.Lanes.AsNoTracking().SingleAsync(x => x.Id == @case.LaneId, ct)).Queue, ct)
            // Who handed it on, or holds it while its queue changes, goes on looking.
            || member.Holds(Role.Moderator) && (@case.IsEscalated || @case.Holder == member.Id);

    /// <summary>The same of a subject where no case is at hand.</summary>
    public async Task<bool> MaySee(StaffMember member, SubjectRef subject, CancellationToken ct) => await seals.Holds(subject, ct)
        ? member.Holds(Role.ChildSafety)
        : member.Holds(Role.Moderator) || member.Holds(Role.Lead);

    /// <summary>Whether one of those who may see it may also take it: who handed it on may still look.</summary>
    public static bool MayTake(StaffMember member, Case @case) => !@case.IsEscalated || @case.IsRestricted || member.Holds(Role.Lead);

    public async Task<bool> IsBarred(StaffMember member, CaseId @case, CancellationToken ct) =>
        member.Account is { } own && await db.CaseBars.AnyAsync(x => x.CaseId == @case && x.Account == own, ct);

    private static bool IsBefore(Case one, Case other) =>
        one.Priority != other.Priority ? one.Priority > other.Priority
        : one.DueAt != other.DueAt ? one.DueAt < other.DueAt
        : one.Id.Value.CompareTo(other.Id.Value) < 0;

    private IQueryable<Case> Held(CaseId @case, StaffId holder, long number, DateTimeOffset now) => db.Cases.Where(x =>
        x.Id == @case && x.Stage == CaseStage.Waiting && x.Holder == holder && x.ClaimNumber == number && x.AvailableAt > now && x.JudgementDueAt == null);
}
