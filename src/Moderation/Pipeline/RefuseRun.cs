using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A second person says no to what another proposed.</summary>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.ChildSafety)]
public sealed record RefuseRun(RunId Run, string Reason) : ICommand<RunProgress.Answer>
{
    internal sealed class Validator : AbstractValidator<RefuseRun>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Pipeline.Run.MaxReasonLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names, IEnumerable<IRunWork> work, Happenings happenings, TimeProvider clock)
        : IRequestHandler<RefuseRun, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(RefuseRun command, CancellationToken ct)
        {
            if (await db.Runs.FirstOrDefaultAsync(x => x.Id == command.Run, ct) is not { } run || !run.IsVisibleTo(call))
                return RunErrors.Unknown;
            if (!run.MayBeAgreedBy(call))
                return PipelineErrors.NotAllowed;

            var self = ((Actor.Staff)call.Actor).Id;
            if (work.FirstOrDefault(x => x.Kind == run.Kind) is { } room && await room.Objection(run, self, ct) is { } objection)
                return objection;
            if (!run.Refuse(self, command.Reason, clock.GetUtcNow()).IsOk(out _, out var refusal))
                return refusal;

            happenings.Raise(new RunStopped(run));
            return await RunProgress.Answer.Of(run, call, names, ct);
        }
    }
}
