using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Somebody opens a bank, or says anew what it is called and stands for. What it is for stays.</summary>
/// <param name="Code">Kebab-case, up to 60 characters; signals name it as their detector.</param>
/// <param name="Guideline">What its pictures and texts break, or do not.</param>
[AllowedTo(Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed partial record SaveBank(string Code, string Title, BankPurpose Purpose, string Guideline) : ICommand<SaveBank.Answer>
{
    /// <param name="Edition">Of the bank; its signals name it as their version.</param>
    public sealed record Answer(string Code, bool Created, int Edition);

    internal sealed partial class Validator : AbstractValidator<SaveBank>
    {
        public Validator()
        {
            RuleFor(x => x.Code).NotEmpty().Matches(Kebab()).MaximumLength(Bank.MaxCodeLength).WithMessage("'Code' is small letters, digits and hyphens.");
            RuleFor(x => x.Title).NotEmpty().MaximumLength(Bank.MaxTitleLength);
            RuleFor(x => x.Purpose).IsInEnum();
            RuleFor(x => x.Guideline).NotEmpty().MaximumLength(100);
        }

        [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
        private static partial Regex Kebab();
    }

    internal sealed class Handler(ModerationDb db, Heads heads, BankRights rights, TimeProvider clock) : IRequestHandler<SaveBank, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SaveBank command, CancellationToken ct)
        {
            if (await rights.IsRestricted(command.Guideline, ct) is not { } isRestricted)
                return EnforcementErrors.UnknownGuideline;

            // Who moves a bank from one guideline to another must be free to change both.
            var known = await db.Banks.FindAsync([command.Code], ct);
            if (!rights.MayChange(isRestricted) || known is not null && !rights.MayChange(await rights.IsRestricted(known, ct)))
                return DetectionErrors.BankNotYours;
            if (known is not null && known.Purpose != command.Purpose)
                return DetectionErrors.BankPurpose;

            await heads.Next(Heads.Banks);
            if (known is null)
                return new Answer(command.Code, Created: true, db.Add(Bank.Open(command, isRestricted, rights.Me, clock.GetUtcNow())).Entity.Edition);

            known.Become(command, isRestricted, rights.Me, clock.GetUtcNow());
            return new Answer(command.Code, Created: false, known.Edition);
        }
    }
}
