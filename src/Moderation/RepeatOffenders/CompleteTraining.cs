using MediatR;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>The host platform tells that somebody finished the course that lifts a first warning.</summary>
/// <param name="At">When; null for now.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record CompleteTraining(AccountId Account, DateTimeOffset? At = null) : ICommand<CompleteTraining.Answer>
{
    /// <param name="Warning">The decision whose strike is lifted.</param>
    /// <param name="LapsesAt">From then on it no longer counts.</param>
    public sealed record Answer(DecisionId Warning, DateTimeOffset LapsesAt);

    internal sealed class Handler(
        ModerationDb db, StrikeRecords records, Ledgers ledgers, Happenings happenings, TimeProvider clock) : IRequestHandler<CompleteTraining, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CompleteTraining command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var at = command.At?.ToUniversalTime() ?? now;
            if (at > now)
                return RepeatOffenderErrors.TrainingInFuture;

            await ledgers.Take(command.Account);
            var record = await records.Of(command.Account, now, ct);
            // One told late must not take the right to one that was told before.
            if (record.Trainings.Any(x => x.At >= at && record.Decisions.ContainsKey(x.Strike)))
                return RepeatOffenderErrors.NotCleanLongEnough;
            var (strike, obstacle) = Ladder.Training(record.Strikes, record.Trainings, record.History, at);
            if (strike is not { } lifted)
                return obstacle switch
                {
                    TrainingObstacle.Excluded => RepeatOffenderErrors.Excluded,
                    TrainingObstacle.NotCleanLongEnough => RepeatOffenderErrors.NotCleanLongEnough,
                    _ => RepeatOffenderErrors.NoFirstWarning,
                };

            var warning = record.Decisions[lifted];
            var lapses = at.AddDays(LadderFold.LadderAt(record.History, at)!.Table.Training!.LapsesAfterDays);
            db.Add(TrainingDone.For(command.Account, warning, at));
            happenings.Touch(SubjectRef.Of(command.Account));
            happenings.Raise(new WarningLifted(command.Account, warning, lapses));
            return new Answer(warning, lapses);
        }
    }
}

/// <summary>A course lifts a first warning.</summary>
/// <param name="LapsesAt">From then on it does not count.</param>
internal sealed record WarningLifted(AccountId Account, DecisionId Decision, DateTimeOffset LapsesAt) : IEvent;
