using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>
/// Somebody adds what an item showed and said when it was decided on: to a bank to match what was found to break its guideline, to a
/// bank to clear what was found not to, at first or on a second look.
/// </summary>
/// <param name="Pictures">Whether its pictures are taken, as far as the host sent a hash that says something.</param>
/// <param name="Text">Whether its text is taken, if that says enough.</param>
[AllowedTo(Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed record AddDecidedToBank(string Bank, DecisionId Decision, bool Pictures = true, bool Text = true, string? Note = null) : ICommand<AddToBank.Answer>
{
    internal sealed class Validator : AbstractValidator<AddDecidedToBank>
    {
        public Validator()
        {
            RuleFor(x => x.Bank).NotEmpty().MaximumLength(Detection.Bank.MaxCodeLength);
            RuleFor(x => x.Note).MaximumLength(BankEntry.MaxNoteLength);
        }
    }

    internal sealed class Handler(ModerationDb db, BankRights rights, BankFiling filing, Restrictions restrictions, Seals seals) : IRequestHandler<AddDecidedToBank, Result<AddToBank.Answer>>
    {
        public async Task<Result<AddToBank.Answer>> Handle(AddDecidedToBank command, CancellationToken ct)
        {
            if (!(await rights.ToChange(command.Bank, ct)).IsOk(out var bank, out var refusal))
                return refusal;
            if (await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Decision, ct) is not { SubjectKind: SubjectKind.Content } decision
                || await restrictions.Hide(decision, ct) || await seals.Close(decision.Subject, ct))
                return EnforcementErrors.UnknownDecision;
            if (!IsFor(bank, decision))
                return DetectionErrors.NotDecidedSo;

            var id = new ContentId(decision.SubjectId);
            var marks = await db.Revisions.FindAsync([id, decision.Revision ?? 0], ct) is { } revision ? MarksOf(revision, command) : [];
            return marks.Count == 0 ? DetectionErrors.NothingToAdd : await filing.Add(bank, marks, command.Note, id, ct);
        }

        private static bool IsFor(Bank bank, Decision decision) => Clearance.Whole(decision.Guideline) == Clearance.Whole(bank.Guideline)
            && (bank.Purpose, decision.Finding is Finding.DoesNotViolate, decision.State) is
                (BankPurpose.Match, false, DecisionState.InForce) or (BankPurpose.Clear, true, DecisionState.InForce) or (BankPurpose.Clear, false, DecisionState.Overturned);

        private static List<Mark> MarksOf(ContentRevision revision, AddDecidedToBank command)
        {
            var marks = command.Pictures ? revision.Media.Select(Content.Pictures.HashOf).OfType<PdqHash>().Select(Mark.Of).ToList() : [];
            if (command.Text && Mark.Of(revision.Text) is { } said)
                marks.Add(said);
            return marks;
        }
    }
}
