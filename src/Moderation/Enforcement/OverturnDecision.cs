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
[AllowedTo(Role.Lead, Role.Product, Scopes = [Scope.Enforcer])]
public sealed record OverturnDecision(DecisionId Decision, string Reason, string By) : ICommand<OverturnDecision.Answer>
{
    /// <param name="Lifted">The outcomes that never were.</param>
    public sealed record Answer(DecisionId Id, DecisionState State, DateTimeOffset OverturnedAt, IReadOnlyList<EnforceDirectly.Effect> Lifted);

    internal sealed class Validator : AbstractValidator<OverturnDecision>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Enforcement.Decision.MaxRationaleLength);
            RuleFor(x => x.By).NotEmpty().MaximumLength(TextId.MaxLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Restrictions restrictions, Ledgers ledgers, Deciding deciding) : IRequestHandler<OverturnDecision, Result<Answer>>
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
            return (await deciding.Overturn(decision, command.Reason, only: null, ct)).Match<Result<Answer>>(
                lifted => new Answer(decision.Id, decision.State, decision.OverturnedAt!.Value, [.. lifted.Select(EnforceDirectly.Effect.Of)]),
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
