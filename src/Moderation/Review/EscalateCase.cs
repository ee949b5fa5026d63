using FluentValidation;
using MediatR;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator hands a case on to a lead, with a question.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record EscalateCase(StaffId Reviewer, CaseId Case, long ClaimNumber, string Question) : ICommand<Done>
{
    /// <summary>In characters.</summary>
    public const int MaxQuestionLength = 2000;

    internal sealed class Validator : AbstractValidator<EscalateCase>
    {
        public Validator() => RuleFor(x => x.Question).NotEmpty().MaximumLength(MaxQuestionLength);
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, Lanes lanes, Queues queues, TimeProvider clock)
        : IRequestHandler<EscalateCase, Result<Done>>
    {
        public async Task<Result<Done>> Handle(EscalateCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out _, out var stranger))
                return stranger;

            if (await claims.HeldCase(command.Case, command.Reviewer, command.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;

            var now = clock.GetUtcNow();
            if (@case.Refuses(CaseMove.Escalate, now) is { } not)
                return not;

            var before = await db.Lanes.FindAsync([@case.LaneId], ct);
            var lane = await lanes.For(@case.IsRestricted ? Lane.Restricted : Lane.Escalated, before?.Language, ct);
            var pausesClock = before is not null && await queues.Find(before.Queue, ct) is { PausesClock: true };
            @case.Escalate(lane, command.Question, command.Reviewer, pausesClock, now);
            return default(Done);
        }
    }
}
