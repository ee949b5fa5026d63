using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>A lead, or somebody themselves, says when they will not be here.</summary>
/// <param name="From">May lie in the past, for who did not come today.</param>
/// <param name="Until">In time to come, at most 366 days after its beginning.</param>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.ChildSafety, Role.Lead)]
public sealed record PlanAbsence(StaffId Staff, DateTimeOffset From, DateTimeOffset Until) : ICommand<AbsenceId>
{
    internal sealed class Validator : AbstractValidator<PlanAbsence>
    {
        public Validator() => RuleFor(x => x.Until)
            .Must((x, until) => until > x.From && until - x.From <= TimeSpan.FromDays(Absence.MaxDays))
            .WithMessage($"'Until' must come after 'From', at most {Absence.MaxDays} days.");
    }

    internal sealed class Handler(ModerationDb db, Call call, Happenings happenings, TimeProvider clock)
        : IRequestHandler<PlanAbsence, Result<AbsenceId>>
    {
        public async Task<Result<AbsenceId>> Handle(PlanAbsence command, CancellationToken ct)
        {
            if (call.Actor is Actor.Staff(var self) && self != command.Staff && !call.Rights.Holds(Role.Lead))
                return PeopleErrors.NotAsAnother;

            if (!await db.Staff.AnyAsync(x => x.Id == command.Staff && x.IsActive, ct))
                return PeopleErrors.NoSuchPerson;

            var now = clock.GetUtcNow();
            if (command.Until <= now)
                return PeopleErrors.AbsenceIsPast;

            if (await db.Absences.AnyAsync(x => x.Staff == command.Staff && x.From < command.Until && x.Until > command.From, ct))
                return PeopleErrors.AbsenceOverlaps;

            happenings.Raise(new AbsencePlanned(command.Staff, command.From));
            return db.Add(Absence.Plan(command.Staff, command.From, command.Until, now)).Entity.Id;
        }
    }
}
