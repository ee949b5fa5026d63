using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>The authority took its order back, or a court did: what was done on it never was.</summary>
[AllowedTo(Role.Lead, Scopes = [Scope.Enforcer])]
public sealed record WithdrawOrder(OrderId Order, string Reason) : ICommand<WithdrawOrder.Answer>
{
    public sealed record Answer(OrderId OrderId, DateTimeOffset WithdrawnAt, IReadOnlyList<DecisionId> Decisions, IReadOnlyList<EnforceDirectly.Effect> Lifted);

    internal sealed class Validator : AbstractValidator<WithdrawOrder>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Enforcement.Order.MaxTextLength);
    }

    internal sealed class Handler(ModerationDb db, Ledgers ledgers, Deciding deciding, TimeProvider clock) : IRequestHandler<WithdrawOrder, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(WithdrawOrder command, CancellationToken ct)
        {
            if (await db.Set<Order>().FirstOrDefaultAsync(x => x.Id == command.Order, ct) is not { } order)
                return EnforcementErrors.UnknownOrder;
            if (order.WithdrawnAt is not null)
                return EnforcementErrors.OrderWithdrawn;

            await ledgers.Take(await db.Set<Decision>().Where(x => x.OrderId == order.Id).Select(x => x.AuthorId).ToListAsync(ct));
            var now = clock.GetUtcNow();
            order.Withdraw(command.Reason, now);
            var decisions = await db.Decisions.Where(x => x.OrderId == order.Id).OrderBy(x => x.Id).ToListAsync(ct);
            var lifted = new List<DecidedOutcome>();
            foreach (var decision in decisions)
            {
                if (!(await deciding.Overturn(decision, command.Reason, only: null, isWithdrawal: true, ct)).IsOk(out var outcomes, out var refusal))
                    return refusal;
                lifted.AddRange(outcomes);
            }

            return new Answer(order.Id, now, [.. decisions.Select(x => x.Id)], [.. lifted.Select(EnforceDirectly.Effect.Of)]);
        }
    }
}
