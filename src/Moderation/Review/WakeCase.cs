using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Who put a case aside, or a lead, has it looked at after all.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record WakeCase(StaffId Reviewer, CaseId Case) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, TimeProvider clock)
        : IRequestHandler<WakeCase, Result<Done>>
    {
        public async Task<Result<Done>> Handle(WakeCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var member, out var stranger))
                return stranger;

            if (await db.Cases.FirstOrDefaultAsync(x => x.Id == command.Case, ct) is not { } @case
                || !await claims.MaySee(member, @case, ct))
                return ReviewErrors.UnknownCase;

            var now = clock.GetUtcNow();
            if (@case.Refuses(CaseMove.Wake, now) is { } not)
                return not;

            if (@case.SnoozedBy != member.Id && !member.Holds(Role.Lead))
                return ReviewErrors.NotYourSnooze;

            @case.Wake(now);
            return default(Done);
        }
    }
}
