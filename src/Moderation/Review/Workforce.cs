using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

internal static class ReviewerQueries
{
    extension(ModerationDb db)
    {
        /// <summary>Everybody active who reviews cases.</summary>
        public async Task<List<StaffMember>> Reviewers(CancellationToken ct) =>
            [.. (await db.Staff.AsNoTracking().Where(x => x.IsActive).ToListAsync(ct)).Where(x => Array.Exists(Claims.Roles, x.Holds))];
    }
}

/// <summary>Who works, with how much, and who is at it.</summary>
internal sealed class Workforce(ModerationDb db)
{
    /// <summary>How many cases everybody holds, or are kept for them.</summary>
    public async Task<IReadOnlyDictionary<StaffId, int>> Load(DateTimeOffset now, CancellationToken ct)
    {
        var load = await db.Cases.Where(x => x.Stage == CaseStage.Waiting && x.Holder != null && x.AvailableAt > now)
            .GroupBy(x => x.Holder!.Value).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        foreach (var kept in await db.Cases.Where(x => x.Stage == CaseStage.Waiting && x.AssignedTo != null && x.AvailableAt > now)
            .GroupBy(x => x.AssignedTo!.Value).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct))
            load[kept.Key] = load.GetValueOrDefault(kept.Key) + kept.Count;
        return load;
    }

    /// <summary>Who has a page of the review console open.</summary>
    public async Task<IReadOnlySet<StaffId>> Present(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Presence.Shown;
        return (await db.Set<Presence>().Where(x => x.SeenAt > since).Select(x => x.Staff).Distinct().ToListAsync(ct)).ToHashSet();
    }

    /// <summary>Moderators who are here, for handing out.</summary>
    public async Task<IReadOnlyList<Assignment.Person>> Here(DateTimeOffset now, CancellationToken ct)
    {
        var present = await Present(now, ct);
        if (present.Count == 0)
            return [];

        var load = await Load(now, ct);
        var absences = (await db.AbsencesFrom(now, ct)).ToLookup(x => x.Staff, x => (x.From, x.Until));
        return [.. (await db.Reviewers(ct)).Where(x => x.Holds(Role.Moderator) && present.Contains(x.Id)).Select(x => new Assignment.Person(
            x.Id, x.MostAtOnce, load.GetValueOrDefault(x.Id), [.. absences[x.Id]], x.Languages, x.Skills, x.Account))];
    }
}

/// <summary>What is kept for somebody who goes away, or may not take it any more, is given back at once.</summary>
internal sealed class GiveBack(ModerationDb db, Recipients recipients, TimeProvider clock) : IReactTo<AbsencePlanned>, IReactTo<StaffChanged>
{
    public async Task React(AbsencePlanned happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var @case in await db.Cases.KeptFor(happened.Staff, now).ToListAsync(ct))
            @case.FallBack(happened.From > now ? happened.From : now);
    }

    public async Task React(StaffChanged happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var member = await db.StaffWith(happened.Staff, Claims.Roles, ct);
        foreach (var @case in await db.Cases.KeptFor(happened.Staff, now).ToListAsync(ct))
            if (member is null || await recipients.Refuse(member, @case, (await db.Lanes.FindAsync([@case.LaneId], ct))!, [], now, ct) is not null)
                @case.FallBack(now);

        // What they hold, too: who may not decide must not keep others from it.
        if (member is null)
            foreach (var @case in await db.Cases.HeldBy(happened.Staff, now).ToListAsync(ct))
                @case.TakeBack(now);
    }
}
