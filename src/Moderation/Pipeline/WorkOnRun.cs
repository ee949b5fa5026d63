using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A job does the next chunk of a run. Answers whether there is more to do.</summary>
[AllowedTo(Role.Product)]
public sealed record WorkOnRun(RunId Run) : ICommand<bool>
{
    internal sealed class Handler(ModerationDb db, IEnumerable<IRunWork> work, TimeProvider clock) : IRequestHandler<WorkOnRun, Result<bool>>
    {
        public async Task<Result<bool>> Handle(WorkOnRun command, CancellationToken ct)
        {
            if (await db.Runs.FirstOrDefaultAsync(x => x.Id == command.Run, ct) is not { } run)
                return RunErrors.Unknown;
            if (run.State is not RunState.Running || run.NotBefore > clock.GetUtcNow())
                return false;

            await work.Single(x => x.Kind == run.Kind).Next(run, ct);
            return run.State is RunState.Running;
        }
    }
}
