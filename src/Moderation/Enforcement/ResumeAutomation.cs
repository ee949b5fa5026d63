using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Machines may decide by it again; what a paused detector had sent meanwhile is looked at.</summary>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.Admin, Scopes = [Scope.Admin])]
public sealed record ResumeAutomation(PauseKind Kind, string Code) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<ResumeAutomation>
    {
        public Validator()
        {
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.Code).NotEmpty();
        }
    }

    internal sealed class Handler(ModerationDb db, Happenings happenings) : IRequestHandler<ResumeAutomation, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ResumeAutomation command, CancellationToken ct)
        {
            if (await db.Set<Pause>().FindAsync([command.Kind, command.Code], ct) is not { } pause)
                return EnforcementErrors.NotPaused;

            db.Remove(pause);
            if (command.Kind is PauseKind.Detector)
                happenings.Raise(new DetectorResumed(command.Code));
            return default(Done);
        }
    }
}
