using FluentValidation;
using MediatR;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead answers what was asked about a case; it goes back to who asked, kept for them for a while.</summary>
[AllowedTo(Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record AnswerEscalation(StaffId Reviewer, CaseId Case, long ClaimNumber, string Text) : ICommand<Done>
{
    /// <summary>In characters.</summary>
    public const int MaxAnswerLength = 2000;

    private static readonly Role[] Roles = [Role.Lead, Role.ChildSafety];

    internal sealed class Validator : AbstractValidator<AnswerEscalation>
    {
        public Validator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(MaxAnswerLength);
    }

    internal sealed class Handler(
        ModerationDb db, Colleagues colleagues, Claims claims, Lanes lanes, Recipients recipients, TimeProvider clock)
        : IRequestHandler<AnswerEscalation, Result<Done>>
    {
        public async Task<Result<Done>> Handle(AnswerEscalation command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Roles, ct)).IsOk(out var me, out var stranger))
                return stranger;

            if (await claims.HeldCase(command.Case, me.Id, command.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;

            var now = clock.GetUtcNow();
            if (@case.Refuses(CaseMove.Answer, now) is { } not)
                return not;

            var home = @case.HomeLaneId is { } before && !@case.IsRestricted
                ? (await db.Lanes.FindAsync([before], ct))!
                : await lanes.For(@case.IsRestricted ? Lane.Restricted : Lane.Unrouted, @case.Language, ct);
            @case.Reply(command.Text, me.Id, home, await KeptUntil(@case, home, now, ct), now);
            return default(Done);
        }

        private async Task<DateTimeOffset?> KeptUntil(Case @case, Lane home, DateTimeOffset now, CancellationToken ct)
        {
            if (@case.EscalatedBy is not { } asker || await db.StaffWith(asker, Claims.Roles, ct) is not { } to)
                return null;

            var absences = (await db.AbsencesFrom(now, ct)).Where(x => x.Staff == asker).ToList();
            return await recipients.Refuse(to, @case, home, absences, now, ct) is null
                ? Recipients.KeptUntil(absences, now, Recipients.Kept)
                : null;
        }
    }
}
