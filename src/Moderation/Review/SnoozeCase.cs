using FluentValidation;
using MediatR;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator puts a case aside until a date; nobody is handed it before, unless something graver comes.</summary>
/// <param name="Until">In time to come, at most 30 days away.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record SnoozeCase(StaffId Reviewer, CaseId Case, long ClaimNumber, DateTimeOffset Until, string Reason) : ICommand<Done>
{
    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 500;

    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    internal sealed class Validator : AbstractValidator<SnoozeCase>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(MaxReasonLength);
    }

    internal sealed class Handler(ModerationDb db, Colleagues colleagues, Claims claims, Queues queues, TimeProvider clock)
        : IRequestHandler<SnoozeCase, Result<Done>>
    {
        public async Task<Result<Done>> Handle(SnoozeCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out _, out var stranger))
                return stranger;

            var now = clock.GetUtcNow();
            if (command.Until <= now || command.Until > now + Longest)
                return ReviewErrors.SnoozePeriod;

            if (await claims.HeldCase(command.Case, command.Reviewer, command.ClaimNumber, ct) is not { } @case)
                return ReviewErrors.StaleClaim;

            if (@case.Refuses(CaseMove.Snooze, now) is { } not)
                return not;

            var lane = await db.Lanes.FindAsync([@case.HomeLaneId ?? @case.LaneId], ct);
            var pausesClock = await queues.Find(lane!.Queue, ct) is { PausesClock: true };
            @case.Snooze(command.Until, command.Reason, command.Reviewer, pausesClock, now);
            return default(Done);
        }
    }
}
