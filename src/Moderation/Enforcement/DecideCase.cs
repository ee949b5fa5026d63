using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A moderator decides the case they hold: it takes effect at once. With time to undo it, see <see cref="SubmitJudgement"/>.</summary>
/// <param name="ClaimNumber">As it was given with the claim; an old one is refused.</param>
/// <param name="Revision">What they looked at; null for accounts.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
/// <param name="DeviationReason">Asked for where the outcomes are not those of the rule.</param>
/// <param name="Overrides">The earlier decision on the subject whose place it takes; null for the one that is decided anew, if there is one.</param>
/// <param name="Cites">Decisions that it rests on.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record DecideCase(
    StaffId Reviewer, CaseId Case, long ClaimNumber, int? Revision, string Guideline, Finding Finding,
    IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale, string? DeviationReason = null,
    DecisionId? Overrides = null, IReadOnlyList<DecisionId>? Cites = null) : ICommand<EnforceDirectly.Answer>
{
    internal sealed class Validator : AbstractValidator<DecideCase>
    {
        public Validator()
        {
            RuleFor(x => x.Guideline).NotEmpty();
            RuleFor(x => x.Finding).IsInEnum();
            RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Decision.MaxRationaleLength);
            RuleFor(x => x.DeviationReason).MaximumLength(Decision.MaxRationaleLength);
            RuleFor(x => x.Cites).Must(x => x is not { Count: > Citation.Most }).WithMessage($"'Cites' may name {Citation.Most} decisions at most.");
            RuleForEach(x => x.Outcomes).NotNull().SetValidator(new EnforceDirectly.OutcomeValidator());
        }
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, Ledgers ledgers, CaseJudging judging, GraveDecisions grave)
        : IRequestHandler<DecideCase, Result<EnforceDirectly.Answer>>
    {
        public async Task<Result<EnforceDirectly.Answer>> Handle(DecideCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var member, out var stranger))
                return stranger;

            if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Case, ct) is not { } seen
                || !await claims.MaySee(member, seen, ct))
                return ReviewErrors.UnknownCase;

            await ledgers.Take(seen.AuthorId);
            if (await claims.HeldCase(command.Case, command.Reviewer, command.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;
            if (!(await judging.On(@case, command, member, ct)).IsOk(out var judged, out var refusal))
                return refusal;

            return (await grave.Make(judged.Said, judged.Guideline, ct)).Match<Result<EnforceDirectly.Answer>>(
                decision => EnforceDirectly.Answer.Of(decision), refused => refused);
        }
    }
}
