using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead removes a queue in which nothing waits any more.</summary>
[AllowedTo(Role.Lead)]
public sealed record RemoveQueue(string Code) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<RemoveQueue, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RemoveQueue command, CancellationToken ct)
        {
            if (await db.Set<Queue>().FirstOrDefaultAsync(x => x.Code == command.Code, ct) is not { } queue)
                return ReviewErrors.UnknownQueue;
            if (await db.Cases.Waiting.AnyAsync(x => db.Set<Lane>().Any(lane => lane.Id == x.LaneId && lane.Queue == command.Code), ct))
                return ReviewErrors.QueueNotEmpty;

            db.Remove(queue);
            return default(Done);
        }
    }
}
