using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody of the staff chooses how long they may undo what they said, from their next judgement on.</summary>
/// <param name="Seconds">10, 30 or 60; null for what the rulebook says.</param>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Admin)]
public sealed record ChooseUndoTime(int? Seconds) : ICommand<Done>, IHousekeeping
{
    /// <summary>What may be chosen.</summary>
    public static IReadOnlyList<int> Times => StaffPreferences.UndoTimes;

    internal sealed class Validator : AbstractValidator<ChooseUndoTime>
    {
        public Validator() => RuleFor(x => x.Seconds).Must(x => x is not { } seconds || Times.Contains(seconds))
            .WithMessage("'Seconds' must be 10, 30 or 60.");
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<ChooseUndoTime, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ChooseUndoTime command, CancellationToken ct)
        {
            (await db.PreferencesOf(((Actor.Staff)call.Actor).Id, ct)).UndoWithin(command.Seconds);
            return default(Done);
        }
    }
}
