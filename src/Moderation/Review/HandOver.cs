using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator hands a case to a colleague, who alone may claim it until it falls back to everybody.</summary>
/// <param name="To">The colleague's pseudonym.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record HandOver(StaffId Reviewer, CaseId Case, long ClaimNumber, string To, string Note) : ICommand<HandOver.Answer>
{
    /// <summary>In characters.</summary>
    public const int MaxNoteLength = 1000;

    /// <param name="KeptUntil">When it falls back to everybody.</param>
    public sealed record Answer(CaseId CaseId, DateTimeOffset KeptUntil);

    internal sealed class Validator : AbstractValidator<HandOver>
    {
        public Validator()
        {
            RuleFor(x => x.To).NotEmpty().MaximumLength(StaffMember.MaxNameLength);
            RuleFor(x => x.Note).NotEmpty().MaximumLength(MaxNoteLength);
        }
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, Recipients recipients, TimeProvider clock)
        : IRequestHandler<HandOver, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(HandOver command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var me, out var stranger))
                return stranger;

            if (await claims.HeldCase(command.Case, me.Id, command.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;

            var now = clock.GetUtcNow();
            if (@case.Refuses(CaseMove.HandOver, now) is { } not)
                return not;

            var called = (await db.Reviewers(ct)).Where(x => x.CalledBy == command.To).ToList();
            if (called.Count != 1)
                return called.Count == 0 ? ReviewErrors.UnknownColleague : ReviewErrors.AmbiguousColleague;

            var to = called[0];
            if (to.Id == me.Id)
                return ReviewErrors.SameColleague;

            var lane = (await db.Lanes.FindAsync([@case.LaneId], ct))!;
            var absences = (await db.AbsencesFrom(now, ct)).Where(x => x.Staff == to.Id).ToList();
            if (await recipients.Refuse(to, @case, lane, absences, now, ct) is { } refused)
                return refused;

            var until = Recipients.KeptUntil(absences, now, Recipients.Kept);
            @case.HandOver(to.Id, command.Note, me.Id, until);
            return new Answer(@case.Id, until);
        }
    }
}
