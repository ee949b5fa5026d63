using FluentValidation;
using MediatR;
using Moderation.Content;
using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>Somebody adds pictures and texts that they know of to a bank. From the next post on they are found.</summary>
/// <param name="PdqHashes">Of pictures, 64 hexadecimal digits each; of those and texts 1 to 1,000.</param>
/// <param name="Texts">Whole ones; only their digests are kept.</param>
/// <param name="Note">Why, for whoever asks later.</param>
[AllowedTo(Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed record AddToBank(string Bank, IReadOnlyList<string>? PdqHashes = null, IReadOnlyList<string>? Texts = null, string? Note = null) : ICommand<AddToBank.Answer>
{
    public const int Most = 1000;

    /// <param name="AlreadyThere">How many of them it had.</param>
    /// <param name="Edition">Of the bank.</param>
    public sealed record Answer(int Added, int AlreadyThere, int Edition);

    internal sealed class Validator : AbstractValidator<AddToBank>
    {
        public Validator()
        {
            RuleFor(x => x.Bank).NotEmpty().MaximumLength(Detection.Bank.MaxCodeLength);
            RuleFor(x => (x.PdqHashes ?? Array.Empty<string>()).Count + (x.Texts ?? Array.Empty<string>()).Count).InclusiveBetween(1, Most).WithName("PdqHashes").WithMessage($"1 to {Most} hashes and texts come at once.");
            RuleForEach(x => x.PdqHashes).NotNull().Matches("^[0-9a-fA-F]{64}$");
            RuleForEach(x => x.Texts).NotNull();
            RuleFor(x => x.Note).MaximumLength(BankEntry.MaxNoteLength);
        }
    }

    internal sealed class Handler(BankRights rights, BankFiling filing) : IRequestHandler<AddToBank, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AddToBank command, CancellationToken ct)
        {
            if (!(await rights.ToChange(command.Bank, ct)).IsOk(out var bank, out var refusal))
                return refusal;

            var marks = new List<Mark>();
            foreach (var text in command.PdqHashes ?? [])
            {
                if (!PdqHash.TryParse(text, out var hash) || hash.SaysNothing)
                    return DetectionErrors.PlainHash(text);
                marks.Add(Mark.Of(hash));
            }

            foreach (var (place, text) in (command.Texts ?? []).Index())
            {
                if (Mark.Of(text) is not { } mark)
                    return DetectionErrors.ShortText(place);
                marks.Add(mark);
            }

            return await filing.Add(bank, marks, command.Note, null, ct);
        }
    }
}
