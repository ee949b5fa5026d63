using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody looked at what only held for a while, and decides it for good, on the rule's own outcomes.</summary>
/// <param name="Decision">The interim one; it must not have ended.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record ConfirmInterim(DecisionId Decision, string Rationale) : ICommand<EnforceDirectly.Answer>
{
    internal sealed class Validator : AbstractValidator<ConfirmInterim>
    {
        public Validator() => RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Enforcement.Decision.MaxRationaleLength);
    }

    internal sealed class Handler(
        ModerationDb db, Call call, Colleagues colleagues, Restrictions restrictions, RestrictedSubjects restricted, Ledgers ledgers, Deciding deciding, TimeProvider clock)
        : IRequestHandler<ConfirmInterim, Result<EnforceDirectly.Answer>>
    {
        public async Task<Result<EnforceDirectly.Answer>> Handle(ConfirmInterim command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Decision, ct) is not { } seen
                || await restrictions.Hide(seen, ct)
                || await restricted.Holds(seen.Subject, ct) && !call.Rights.Holds(Role.ChildSafety))
                return EnforcementErrors.UnknownDecision;
            if (await colleagues.IsOwn(seen.AuthorId, ct))
                return EnforcementErrors.OwnDecision;

            await ledgers.Take(seen.AuthorId);
            var interim = await db.Decisions.AsNoTracking().SingleAsync(x => x.Id == command.Decision, ct);
            var now = clock.GetUtcNow();
            if (!interim.IsInterim)
                return EnforcementErrors.NotInterim;
            if (interim.State is not DecisionState.InForce)
                return EnforcementErrors.Superseded;
            if (!interim.Outcomes.Any(x => x.RetractedAt is null && x.Until > now))
                return EnforcementErrors.InterimEnded;
            // Whoever holds the case decides it.
            if (await db.Cases.About(interim.Subject).Waiting.AnyAsync(x => x.Holder != null && x.Holder != me && x.AvailableAt > now, ct))
                return ReviewErrors.HeldByAnother;

            return await Confirm(command, interim, me, ct);
        }

        private async Task<Result<EnforceDirectly.Answer>> Confirm(ConfirmInterim command, Decision interim, StaffId me, CancellationToken ct)
        {
            if (!(await deciding.OnSubject(interim.Subject, interim.Revision, interim.Guideline, interim.Finding, command.Rationale, ct)).IsOk(out var said, out var refusal))
                return refusal;

            return (await deciding.Make(said with
            {
                DecidedBy = me,
                Automation = interim.Automation is Automation.None ? Automation.None : Automation.Partial,
                Detector = interim.Detector,
                DetectorVersion = interim.DetectorVersion,
                Rule = interim.Rule,
                Ground = interim.Ground,
                LegalGround = interim.LegalGround,
                Overrides = interim.Id,
            }, ct)).Match<Result<EnforceDirectly.Answer>>(decision => EnforceDirectly.Answer.Of(decision), refused => refused);
        }
    }
}
