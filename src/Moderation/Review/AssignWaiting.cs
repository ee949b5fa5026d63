using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A job hands out what waits in queues that say so, to people who are here; what they do not take soon is everybody's.</summary>
[AllowedTo(Role.Product)]
public sealed record AssignWaiting : ICommand<AssignWaiting.Answer>, IHousekeeping
{
    /// <summary>How long what was handed out is kept for its person.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    // So that nobody waits long for the database.
    private const int MostAtOnce = 200;

    /// <param name="IsMore">Whether there may be more to hand out at once.</param>
    public sealed record Answer(int Assigned, bool IsMore);

    internal sealed class Handler(ModerationDb db, Workforce workforce, TimeProvider clock) : IRequestHandler<AssignWaiting, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AssignWaiting command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var queues = (await db.Set<Queue>().AsNoTracking().Where(x => x.AutoAssign && x.IsActive).ToListAsync(ct)).ToDictionary(x => x.Code);
            if (queues.Count == 0)
                return new Answer(0, false);

            var people = await workforce.Here(now, ct);
            var free = people.Sum(x => Math.Max(0, x.Capacity - x.Load));
            if (free == 0)
                return new Answer(0, false);

            var waiting = await Waiting(queues, Math.Min(free, MostAtOnce), now, ct);
            var planned = Assignment.Plan(waiting, people, now);
            var until = people.ToDictionary(x => x.Id, x => x.Absences.Where(y => y.From > now).Select(y => y.From).Append(now + Kept).Min());
            var assigned = 0;
            foreach (var (id, to) in planned)
                assigned += await Assign(id, to, until[to], now, ct);
            return new Answer(assigned, assigned == MostAtOnce);
        }

        private async Task<List<Assignment.Waiting>> Waiting(Dictionary<string, Queue> queues, int most, DateTimeOffset now, CancellationToken ct)
        {
            var codes = queues.Keys.ToList();
            var lanes = await db.Lanes.AsNoTracking().Where(x => codes.Contains(x.Queue)).ToDictionaryAsync(x => x.Id, ct);
            var heads = new List<Case>();
            foreach (var lane in lanes.Keys)
                heads.AddRange(await db.Cases.AsNoTracking()
                    .Where(x => x.LaneId == lane && x.Stage == CaseStage.Waiting && x.AvailableAt <= now && !x.IsRestricted)
                    .OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id).Take(most).ToListAsync(ct));

            heads = [.. heads.OrderByDescending(x => x.Priority).ThenBy(x => x.DueAt).ThenBy(x => x.Id.Value).Take(MostAtOnce)];
            var ids = heads.Select(x => x.Id).ToList();
            var bars = (await db.CaseBars.AsNoTracking().Where(x => ids.Contains(x.CaseId)).ToListAsync(ct)).ToLookup(x => x.CaseId, x => x.Account);
            return [.. heads.Select(x => new Assignment.Waiting(
                x.Id, lanes[x.LaneId].Language, lanes[x.LaneId].Skill, queues[lanes[x.LaneId].Queue].Members, [.. bars[x.Id]], x.AssignedTo))];
        }

        // Who claimed it meanwhile has it: then this finds nothing.
        private Task<int> Assign(CaseId id, StaffId to, DateTimeOffset until, DateTimeOffset now, CancellationToken ct) => db.Cases
            .Where(x => x.Id == id && x.Stage == CaseStage.Waiting && x.AvailableAt <= now && !x.IsEscalated && !x.IsRestricted)
            .ExecuteUpdateAsync(x => x
                .SetProperty(c => c.Holder, (StaffId?)null)
                .SetProperty(c => c.AssignedTo, (StaffId?)to)
                .SetProperty(c => c.KeptAs, (KeptAs?)KeptAs.Assigned)
                .SetProperty(c => c.KeptBy, (StaffId?)null)
                .SetProperty(c => c.KeptNote, (string?)null)
                .SetProperty(c => c.AvailableAt, until)
                .SetProperty(c => EF.Property<long>(c, Conventions.Version), c => EF.Property<long>(c, Conventions.Version) + 1), ct);
    }
}
