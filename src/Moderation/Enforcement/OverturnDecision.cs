using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody takes a decision back: from now on it never was, and what followed from it is undone.</summary>
/// <param name="By">Who says so, in the words of the calling program.</param>
/// <param name="Outcomes">Only these of its outcomes never were, and the rest stands; null for the whole decision.</param>
[AllowedTo(Role.Lead, Role.Product, Scopes = [Scope.Enforcer])]
public sealed record OverturnDecision(DecisionId Decision, string Reason, string By, IReadOnlyList<OutcomeId>? Outcomes = null) : ICommand<OverturnDecision.Answer>
{
    /// <param name="Lifted">The outcomes that never were.</param>
    public sealed record Answer(DecisionId Id, DecisionState State, DateTimeOffset OverturnedAt, IReadOnlyList<EnforceDirectly.Effect> Lifted);

    internal sealed class Validator : AbstractValidator<OverturnDecision>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Enforcement.Decision.MaxRationaleLength);
            RuleFor(x => x.By).NotEmpty().MaximumLength(TextId.MaxLength);
            RuleFor(x => x.Outcomes).Must(x => x is not { Count: 0 }).WithMessage("'Outcomes' names at least one, or is left out.");
        }
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Restrictions restrictions, Ledgers ledgers, Deciding deciding, TimeProvider clock)
        : IRequestHandler<OverturnDecision, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(OverturnDecision command, CancellationToken ct)
        {
            if (await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Decision, ct) is not { } seen
                || await restrictions.Hide(seen, ct))
                return EnforcementErrors.UnknownDecision;

            if (await colleagues.IsOwn(seen.AuthorId, ct))
                return EnforcementErrors.OwnDecision;

            await ledgers.Take(seen.AuthorId);
            var decision = await db.Decisions.SingleAsync(x => x.Id == command.Decision, ct);
            var named = command.Outcomes?.Select(x => decision.Outcomes.FirstOrDefault(y => y.Id == x)).ToHashSet();
            if (named?.Contains(null) is true)
                return EnforcementErrors.UnknownOutcome;
            if (decision.State is DecisionState.InForce && named?.Any(x => x!.RetractedAt is not null) is true)
                return EnforcementErrors.OutcomeLifted;

            return (await deciding.Overturn(decision, command.Reason, named is null ? null : named.Contains, isWithdrawal: false, ct)).Match<Result<Answer>>(
                lifted => new Answer(decision.Id, decision.State, clock.GetUtcNow(), [.. lifted.Select(EnforceDirectly.Effect.Of)]),
                refused => refused);
        }
    }
}

internal static class Authors
{
    extension(ModerationDb db)
    {
        /// <summary>Whom a decision on a subject would be against; null where it is not known.</summary>
        public async Task<AccountId?> AuthorOf(SubjectRef subject, CancellationToken ct)
        {
            if (subject.Kind is SubjectKind.Content)
                return (await db.Content.FindAsync([new ContentId(subject.Id)], ct))?.AuthorId;

            return await db.Set<Accounts.Account>().FindAsync([new AccountId(subject.Id)], ct) is { } account ? account.Id : null;
        }
    }
}
