using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody holds for the law what there is of a subject, or of one decision: nothing of it is forgotten or erased until released.</summary>
/// <param name="Subject">An account with all it made, or an item; or</param>
/// <param name="Decision">one decision. One of the two.</param>
[AllowedTo(Role.Lead, Role.Admin, Role.ChildSafety)]
public sealed record HoldEvidence(SubjectRef? Subject, DecisionId? Decision, string Reason) : ICommand<HoldEvidence.Answer>
{
    public sealed record Answer(HoldId Id, SubjectRef Subject, DateTimeOffset At);

    internal sealed class Validator : AbstractValidator<HoldEvidence>
    {
        public Validator()
        {
            RuleFor(x => x).Must(x => x.Subject is null != x.Decision is null).WithName("Subject").WithMessage("Name the subject or the decision, one of the two.");
            RuleFor(x => x.Subject).Must(x => x is null || TextId.IsValid(x.Value.Id) && Enum.IsDefined(x.Value.Kind)).WithMessage("'Subject' has no valid id.");
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(EvidenceHold.MaxReasonLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, HoldRights rights, Restrictions restrictions, TimeProvider clock) : IRequestHandler<HoldEvidence, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(HoldEvidence command, CancellationToken ct)
        {
            var found = command.Decision is { } id ? await Of(id, ct) : await Of(command.Subject!.Value, ct);
            if (!found.IsOk(out var subject, out var refusal))
                return refusal;
            if (!await rights.MayHold(subject, ct))
                return EnforcementErrors.HoldForSpecialists;

            var hold = db.Add(EvidenceHold.Of(subject, command.Decision, ((Actor.Staff)call.Actor).Id, command.Reason, clock.GetUtcNow())).Entity;
            await db.Hold(subject, true, ct);
            call.Opens(subject);
            return new Answer(hold.Id, subject, hold.At);
        }

        private async Task<Result<SubjectRef>> Of(DecisionId id, CancellationToken ct) =>
            await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is { } decision
            && !await restrictions.Hide(decision, ct) && await rights.MaySee(decision.Subject, ct)
                ? decision.Subject
                : EnforcementErrors.UnknownDecision;

        private async Task<Result<SubjectRef>> Of(SubjectRef subject, CancellationToken ct) =>
            await rights.MaySee(subject, ct) && await db.AuthorOf(subject, ct) is not null ? subject : EnforcementErrors.UnknownSubject;
    }
}
