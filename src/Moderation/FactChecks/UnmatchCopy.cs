using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A person sees that an item is no copy of what was checked: its label never was, and no machine puts it back.</summary>
[AllowedTo(Role.FactChecker, Role.Lead)]
public sealed record UnmatchCopy(FactCheckId FactCheck, ContentId Content, string Reason) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<UnmatchCopy>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(CorrectFactCheck.MaxReason);
    }

    internal sealed class Handler(ModerationDb db, Ledgers ledgers, Deciding deciding, Checkable checkable, Happenings happenings, TimeProvider clock) : IRequestHandler<UnmatchCopy, Result<Done>>
    {
        public async Task<Result<Done>> Handle(UnmatchCopy command, CancellationToken ct)
        {
            if (await db.RatedItems.FindAsync([command.FactCheck, command.Content], ct) is not { UnmatchedAt: null } item)
                return FactCheckErrors.NotMatched;
            if (item.CopyOf is null)
                return FactCheckErrors.NotACopy;
            if (await checkable.IsOwn([item.ContentId], ct))
                return ClaimErrors.Own;

            var borne = item.DecisionId;
            item.Unmatch(clock.GetUtcNow());
            happenings.Raise(new ItemRated(command.Content));
            if (borne is not { } id || await db.Decisions.FirstOrDefaultAsync(x => x.Id == id, ct) is not { OverturnedAt: null, SupersededAt: null } decision)
                return default(Done);

            await ledgers.Take(decision.AuthorId);
            return (await deciding.Overturn(decision, command.Reason, only: null, ct)).Match<Result<Done>>(_ => default(Done), refused => refused);
        }
    }
}
