using FluentValidation;
using MediatR;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// One judgement on many subjects, as a run: it may be undone until it begins, needs another person where it is too much,
/// and gives each person one strike at most.
/// </summary>
/// <param name="Subjects">1 to 1,000.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
/// <param name="DeviationReason">Asked for where the outcomes are not those of the rule.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record DecideBatch(
    IReadOnlyList<SubjectRef> Subjects, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale,
    string? DeviationReason = null) : ICommand<RunProgress.Answer>
{
    internal PreviewBatch What => new(Subjects, Guideline, Finding, Outcomes);

    internal sealed class Validator : AbstractValidator<DecideBatch>
    {
        public Validator()
        {
            RuleFor(x => x.What).SetValidator(new PreviewBatch.Validator()).OverridePropertyName("");
            RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.DeviationReason).MaximumLength(Run.MaxReasonLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, BatchLook look, Batches batches) : IRequestHandler<DecideBatch, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(DecideBatch command, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me) || await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var batch = new Batch(me, command.Guideline, command.Finding, command.Outcomes, command.Rationale, command.DeviationReason, []);
            return await batches.Propose(batch, await look.At(command.Subjects, batch, member, ct), member, ct);
        }
    }
}
