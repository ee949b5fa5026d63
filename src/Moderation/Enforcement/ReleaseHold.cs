using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A legal hold ends: what waited behind it to be forgotten or erased now goes.</summary>
[AllowedTo(Role.Lead, Role.Admin, Role.ChildSafety)]
public sealed record ReleaseHold(HoldId Hold, string Reason) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<ReleaseHold>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(EvidenceHold.MaxReasonLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, HoldRights rights, TimeProvider clock) : IRequestHandler<ReleaseHold, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ReleaseHold command, CancellationToken ct)
        {
            if (await db.Holds.FirstOrDefaultAsync(x => x.Id == command.Hold, ct) is not { } hold || !await rights.MaySee(hold.Subject, ct))
                return EnforcementErrors.UnknownHold;
            if (!await rights.MayHold(hold.Subject, ct))
                return EnforcementErrors.HoldForSpecialists;

            var released = hold.Release(((Actor.Staff)call.Actor).Id, command.Reason, clock.GetUtcNow());
            if (released.IsRefused)
                return released;

            await db.Hold(hold.Subject, await db.Holds.Standing.AnyAsync(
                x => x.Id != hold.Id && x.SubjectKind == hold.SubjectKind && x.SubjectId == hold.SubjectId, ct), ct);
            call.Opens(hold.Subject);
            return released;
        }
    }
}
