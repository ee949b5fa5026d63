using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody of the staff chooses their keys, or switches single ones off (WCAG 2.1.4).</summary>
/// <param name="Keys">Those that are to be other than they came; no two may end up the same.</param>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Admin)]
public sealed record ChooseKeys(bool SingleLetters, IReadOnlyList<ChosenKey> Keys) : ICommand<Done>, IHousekeeping
{
    internal sealed class Validator : AbstractValidator<ChooseKeys>
    {
        public Validator()
        {
            RuleFor(x => x.Keys).Must(x => x.Select(y => y.Act).Distinct().Count() == x.Count).WithMessage("'Keys' names something twice.");
            RuleForEach(x => x.Keys).Must(x => Enum.IsDefined(x.Act) && KeyMap.MayBe(x.Key))
                .WithMessage("A key is one visible character, a letter as a capital, and not the full stop.");
        }
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<ChooseKeys, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ChooseKeys command, CancellationToken ct)
        {
            if (KeyMap.Conflict(command.Keys) is { } both)
                return PeopleErrors.SameKey(both.One, both.Other);

            (await db.PreferencesOf(((Actor.Staff)call.Actor).Id, ct)).Press(command.SingleLetters, command.Keys);
            return default(Done);
        }
    }
}
