using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A job asks which run to go on with: the one that has waited longest; null when there is nothing to do.</summary>
/// <param name="Stuck">Those that failed just now: they do not keep the others waiting.</param>
[AllowedTo(Role.Product)]
public sealed record NextRun(IReadOnlyList<RunId>? Stuck = null) : IQuery<NextRun.Answer>
{
    public sealed record Answer(RunId? Run);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<NextRun, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(NextRun query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var stuck = query.Stuck ?? [];
            return new Answer(await db.Runs.Where(x => x.State == RunState.Running && x.NotBefore <= now && !stuck.Contains(x.Id))
                .OrderBy(x => x.NotBefore).ThenBy(x => x.Id).Select(x => (RunId?)x.Id).FirstOrDefaultAsync(ct));
        }
    }
}
