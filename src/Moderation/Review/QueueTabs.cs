using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody who looks for work asks in which queues how much waits.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record QueueTabs : IQuery<QueueTabs.Answer>
{
    /// <param name="Tabs">The queues that who asks may see, in their order, and then those that are always there.</param>
    /// <param name="All">Of all of them; one over <see cref="ReviewQueue.CountCap"/> for more.</param>
    /// <param name="Mine">How many who asks holds.</param>
    /// <param name="Languages">That there are cases in, now or once.</param>
    public sealed record Answer(IReadOnlyList<Tab> Tabs, int All, int Mine, IReadOnlyList<string> Languages);

    /// <param name="Title">Null for those that are always there.</param>
    /// <param name="Count">One over <see cref="ReviewQueue.CountCap"/> for more.</param>
    public sealed record Tab(string Queue, string? Title, int Count);

    internal sealed class Handler(ModerationDb db, Call call, Queues queues, QueueCount counts, Claims claims, TimeProvider clock) : IRequestHandler<QueueTabs, Result<Answer>>
    {
        private static readonly (string, string?)[] AlwaysThere = [(Lane.Unrouted, null), (Lane.Escalated, null), (Lane.Restricted, null)];

        public async Task<Result<Answer>> Handle(QueueTabs query, CancellationToken ct)
        {
            var (me, now) = (((Actor.Staff)call.Actor).Id, clock.GetUtcNow());
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var lanes = await claims.LanesFor(member, ct);
            var tabs = new List<Tab>();
            foreach (var (code, title) in (await queues.All(ct)).Where(x => x.IsActive).Select(x => (x.Code, (string?)x.Title)).Concat(AlwaysThere))
                if (await claims.MaySee(member, code, ct))
                    tabs.Add(new(code, title, await counts.Of([.. lanes.Where(x => x.Queue == code).Select(x => x.Id)], ct)));

            var mine = await db.Cases.Waiting.CountAsync(x => x.Holder == me && x.AvailableAt > now, ct);
            return new Answer(
                tabs, await counts.Of([.. lanes.Select(x => x.Id)], ct), mine,
                [.. lanes.Select(x => x.Language).Where(x => x.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
        }
    }
}
