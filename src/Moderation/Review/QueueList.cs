using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>The queues that somebody may see, in their order, then those that are always there, with how much waits in each.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record QueueList : IQuery<QueueList.Answer>
{
    /// <param name="Moderators">Whom a queue could be kept for; for leads.</param>
    public sealed record Answer(IReadOnlyList<Row> Queues, IReadOnlyList<Person> Moderators);

    /// <param name="Name">As colleagues know them.</param>
    public sealed record Person(StaffId Id, string Name);

    /// <param name="Title">Null for one that is always there; its name is a text of the page.</param>
    /// <param name="Members">The only moderators who may see it; none for all.</param>
    /// <param name="Waiting">Capped at <see cref="ReviewQueue.CountCap"/> + 1.</param>
    public sealed record Row(
        string Code, string? Title, IReadOnlyList<RoutingRule> Rules, string Skill, IReadOnlyList<StaffId> Members,
        IReadOnlyList<OutcomeKind> HiddenOutcomes, QueueHours? DueHours, bool PausesClock, int? AgeOutDays, bool AutoAssign, bool IsActive,
        int Waiting);

    internal sealed class Handler(ModerationDb db, Call call, Queues queues, Claims claims) : IRequestHandler<QueueList, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(QueueList query, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me) || await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var lanes = (await db.Lanes.AsNoTracking().ToListAsync(ct)).ToLookup(x => x.Queue, x => x.Id);
            var rows = new List<Row>();
            foreach (var queue in await queues.All(ct))
                if (await claims.MaySee(member, queue.Code, ct))
                    rows.Add(new(
                        queue.Code, queue.Title, queue.Rules, queue.Skill, queue.Members, queue.HiddenOutcomes,
                        queue.DueHours is { } x ? new(x.Severe, x.High, x.Medium, x.Low) : null, queue.PausesClock, queue.AgeOutDays,
                        queue.AutoAssign, queue.IsActive, await Waiting([.. lanes[queue.Code]], ct)));
            foreach (var code in Lane.AlwaysThere)
                if (await claims.MaySee(member, code, ct))
                    rows.Add(new(code, null, [], "", [], [], null, false, null, false, true, await Waiting([.. lanes[code]], ct)));
            return new Answer(rows, member.Holds(Role.Lead) ? await Moderators(ct) : []);
        }

        private async Task<Person[]> Moderators(CancellationToken ct) => [.. (await db.Staff.AsNoTracking().ToListAsync(ct))
            .Where(x => x.Holds(Role.Moderator)).Select(x => new Person(x.Id, x.CalledBy)).OrderBy(x => x.Name, StringComparer.Ordinal)];

        private Task<int> Waiting(long[] lanes, CancellationToken ct) => lanes is []
            ? Task.FromResult(0)
            : db.Cases.Waiting.Where(x => lanes.Contains(x.LaneId)).Take(ReviewQueue.CountCap + 1).CountAsync(ct);
    }
}
