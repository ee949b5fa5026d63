using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A second person agrees to what another proposed; it begins at once.</summary>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.ChildSafety)]
public sealed record AgreeToRun(RunId Run) : ICommand<RunProgress.Answer>
{
    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, IEnumerable<IRunWork> work, TimeProvider clock)
        : IRequestHandler<AgreeToRun, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(AgreeToRun command, CancellationToken ct)
        {
            if (await db.Runs.FirstOrDefaultAsync(x => x.Id == command.Run, ct) is not { } run || !run.IsVisibleTo(call))
                return RunErrors.Unknown;
            if (!run.MayBeAgreedBy(call))
                return PipelineErrors.NotAllowed;

            var self = ((Actor.Staff)call.Actor).Id;
            if (work.FirstOrDefault(x => x.Kind == run.Kind) is { } room && await room.Objection(run, self, ct) is { } objection)
                return objection;

            return run.Agree(self, clock.GetUtcNow()).IsOk(out _, out var refusal) ? await RunProgress.Answer.Of(run, call, names, ct) : refusal;
        }
    }
}
