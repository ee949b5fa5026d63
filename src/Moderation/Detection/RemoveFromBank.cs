using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Somebody takes an entry out of a bank: from the next post on it is not found. That it was there stays told.</summary>
/// <param name="Number">Of the entry in its bank.</param>
[AllowedTo(Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed record RemoveFromBank(string Bank, int Number, string Reason) : ICommand<RemoveFromBank.Answer>
{
    /// <param name="Edition">Of the bank.</param>
    public sealed record Answer(int Edition);

    internal sealed class Validator : AbstractValidator<RemoveFromBank>
    {
        public Validator()
        {
            RuleFor(x => x.Bank).NotEmpty().MaximumLength(Detection.Bank.MaxCodeLength);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(BankEntry.MaxNoteLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Heads heads, BankRights rights, TimeProvider clock) : IRequestHandler<RemoveFromBank, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RemoveFromBank command, CancellationToken ct)
        {
            if (!(await rights.ToChange(command.Bank, ct)).IsOk(out var bank, out var refusal))
                return refusal;
            if (await db.BankEntries.FindAsync([command.Bank, command.Number], ct) is not { RemovedIn: null } entry)
                return DetectionErrors.UnknownEntry;

            var now = clock.GetUtcNow();
            entry.Remove(rights.Me, command.Reason, await heads.Next(Heads.Banks), now);
            bank.Lose(entry.Kind);
            bank.Change(rights.Me, now);
            return new Answer(bank.Edition);
        }
    }
}
