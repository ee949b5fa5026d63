using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Somebody stops a run: what was done stays, the rest is left. Before it begins nothing was done.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.PolicyManager, Role.ChildSafety, Role.Admin, Scopes = [Scope.Enforcer])]
public sealed record CancelRun(RunId Run) : ICommand<RunProgress.Answer>
{
    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, Happenings happenings, TimeProvider clock)
        : IRequestHandler<CancelRun, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(CancelRun command, CancellationToken ct)
        {
            if (await db.Runs.FirstOrDefaultAsync(x => x.Id == command.Run, ct) is not { } run || !run.IsVisibleTo(call))
                return RunErrors.Unknown;
            if (!run.MayBeStoppedBy(call))
                return PipelineErrors.NotAllowed;
            if (!run.Cancel(clock.GetUtcNow()).IsOk(out _, out var refusal))
                return refusal;

            happenings.Raise(new RunStopped(run));
            return await RunProgress.Answer.Of(run, call, names, ct);
        }
    }
}
