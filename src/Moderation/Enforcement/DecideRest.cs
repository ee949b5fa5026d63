using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>
/// A moderator judges other open cases of the same account alike, or closes them. Each is judged as the case that it was looked at as: one
/// that was closed, or taken by somebody else, before its turn comes is left.
/// </summary>
/// <param name="From">The case that they came from; it is not among them.</param>
/// <param name="Cases">1 to <see cref="Most"/> others of the same author.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
/// <param name="DeviationReason">Asked for where the outcomes are not those of the rule.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record DecideRest(
    CaseId From, IReadOnlyList<CaseId> Cases, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale,
    string? DeviationReason = null) : ICommand<RunProgress.Answer>
{
    public const int Most = 50;

    internal sealed class Validator : AbstractValidator<DecideRest>
    {
        public Validator()
        {
            RuleFor(x => x.Cases.Count).InclusiveBetween(1, Most).OverridePropertyName("cases");
            RuleFor(x => x.Guideline).NotEmpty();
            RuleFor(x => x.Finding).IsInEnum();
            RuleForEach(x => x.Outcomes).NotNull().SetValidator(new EnforceDirectly.OutcomeValidator());
            RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.DeviationReason).MaximumLength(Run.MaxReasonLength);
        }
    }

    internal sealed class Handler(ModerationDb db, CaseSight sight, Claims claims, BatchLook look, Batches batches) : IRequestHandler<DecideRest, Result<RunProgress.Answer>>
    {
        public async Task<Result<RunProgress.Answer>> Handle(DecideRest command, CancellationToken ct)
        {
            if (!(await sight.See(command.From, ct)).IsOk(out var from, out var refusal))
                return refusal;

            CaseId[] ids = [.. command.Cases.Where(x => x != command.From).Distinct()];
            var cases = await db.Cases.AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct);
            if (ids.Length == 0 || cases.Count != ids.Length || !await AreTheirs(cases, from, ct))
                return ReviewErrors.UnknownCase;

            var batch = new Batch(from.By.Id, command.Guideline, command.Finding, command.Outcomes, command.Rationale, command.DeviationReason, []);
            return await batches.Propose(batch, await look.At(cases, batch, from.By, ct), from.By, ct);
        }

        private async Task<bool> AreTheirs(List<Case> cases, CaseSight.Seen from, CancellationToken ct)
        {
            foreach (var @case in cases)
                if (@case.AuthorId != from.Case.AuthorId || !await claims.MaySee(from.By, @case, ct))
                    return false;

            return true;
        }
    }
}
