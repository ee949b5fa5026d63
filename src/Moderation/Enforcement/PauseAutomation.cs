using FluentValidation;
using MediatR;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody stops machines from deciding by a detector, a rule, a bank or a guideline. It works from the next command on.</summary>
/// <param name="Code">The detector's, rule's or bank's own name, or the code of the guideline.</param>
[AllowedTo(Role.Lead, Role.PolicyManager, Role.Admin, Scopes = [Scope.Admin])]
public sealed record PauseAutomation(PauseKind Kind, string Code, string Reason) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<PauseAutomation>
    {
        public Validator()
        {
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.Code).NotEmpty().MaximumLength(Pause.MaxCodeLength).Must(x => x is null || TextId.IsValid(x))
                .WithMessage("'Code' has white space around it, or something unprintable in it.");
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Pause.MaxReasonLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<PauseAutomation, Result<Done>>
    {
        public async Task<Result<Done>> Handle(PauseAutomation command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (command.Kind is PauseKind.Guideline && (await rulebooks.InForce(db, now, ct)).Find(command.Code) is null)
                return EnforcementErrors.UnknownGuideline;
            if (await db.Set<Pause>().FindAsync([command.Kind, command.Code], ct) is not null)
                return EnforcementErrors.AlreadyPaused;

            db.Add(Pause.Of(command.Kind, command.Code, call.Actor, command.Reason, now));
            return default(Done);
        }
    }
}
