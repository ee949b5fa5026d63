using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody is back, or will not go after all; a lead says so, or they themselves.</summary>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.ChildSafety, Role.Lead)]
public sealed record EndAbsence(AbsenceId Absence) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<EndAbsence, Result<Done>>
    {
        public async Task<Result<Done>> Handle(EndAbsence command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.Absences.FirstOrDefaultAsync(x => x.Id == command.Absence && x.Until > now, ct) is not { } absence)
                return PeopleErrors.UnknownAbsence;

            // Nobody learns whose it is by trying.
            if (call.Actor is Actor.Staff(var self) && self != absence.Staff && !call.Rights.Holds(Role.Lead))
                return PeopleErrors.UnknownAbsence;

            if (absence.From > now)
                db.Remove(absence);
            else
                absence.End(now);
            return default(Done);
        }
    }
}
