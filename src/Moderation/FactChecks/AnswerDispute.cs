using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker answers a dispute, also an overdue one: the rating stands, another takes its place, or the whole check goes.</summary>
/// <param name="Says">What the checker says.</param>
/// <param name="Rating">The new one, where it is corrected.</param>
/// <param name="Reason">What the author is told.</param>
/// <param name="By">Who says so, in the words of the calling program.</param>
[AllowedTo(Role.FactChecker, Scopes = [Scope.Enforcer])]
public sealed record AnswerDispute(DisputeId Dispute, DisputeAnswer Says, Rating? Rating, string Reason, string By) : ICommand<AnswerDispute.Answer>
{
    /// <param name="Lifted">Decisions that never were from now on; empty where there are many.</param>
    /// <param name="Run">Where there are many: what lifts them, to be followed.</param>
    public sealed record Answer(DisputeId DisputeId, DisputeState State, DisputeAnswer Says, Rating? Rating, IReadOnlyList<DecisionId> Lifted, RunId? Run);

    internal sealed class Validator : AbstractValidator<AnswerDispute>
    {
        public Validator()
        {
            RuleFor(x => x.Says).IsInEnum();
            RuleFor(x => x.Rating).IsInEnum().Null().When(x => x.Says is not DisputeAnswer.Corrected);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(CorrectFactCheck.MaxReason);
            RuleFor(x => x.By).NotEmpty().MaximumLength(TextId.MaxLength);
        }
    }

    internal sealed class Handler(ModerationDb db, DisputeSight sight, Correcting correcting, Happenings happenings, Outbox outbox, TimeProvider clock)
        : IRequestHandler<AnswerDispute, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AnswerDispute command, CancellationToken ct)
        {
            if (await db.Disputes.FirstOrDefaultAsync(x => x.Id == command.Dispute, ct) is not { } dispute)
                return DisputeErrors.Unknown;
            if (await sight.Bar(dispute, ct) is { } barred)
                return barred;

            var check = await db.FactChecks.SingleAsync(x => x.Id == dispute.FactCheckId, ct);
            if (command.Says is DisputeAnswer.Corrected && FactChecks.Dispute.IsOpen(dispute.State) && (command.Rating is null || command.Rating == check.Rating))
                return command.Rating is null ? DisputeErrors.RatingMissing : DisputeErrors.SameRating;
            // Before the correction: what it closes is what others asked.
            if (!dispute.Reply(command.Says, command.Reason, command.By, clock.GetUtcNow()).IsOk(out _, out var refusal))
                return refusal;

            CorrectFactCheck.Answer? corrected = null;
            if (command.Says is not DisputeAnswer.Upheld && !(await correcting.Correct(check.Id, command.Rating, command.Reason, command.By, ct)).IsOk(out corrected, out refusal))
                return refusal;

            happenings.Raise(new DisputeAnswered(dispute));
            outbox.Tell(SubjectRef.Of(dispute.ContentId), "dispute.answered", new { DisputeId = dispute.Id.Value, DecisionId = dispute.DecisionId.Value, Answer = command.Says, command.Reason });
            return new Answer(dispute.Id, dispute.State, command.Says, check.Rating, corrected?.Lifted ?? [], corrected?.Run);
        }
    }
}
