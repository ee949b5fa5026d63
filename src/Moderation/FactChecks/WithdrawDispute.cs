using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Who disputed a rating takes it back.</summary>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record WithdrawDispute(DisputeId Dispute, AccountId? Disputant = null) : ICommand<FileDispute.Answer>
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<WithdrawDispute, Result<FileDispute.Answer>>
    {
        public async Task<Result<FileDispute.Answer>> Handle(WithdrawDispute command, CancellationToken ct)
        {
            if (await db.Disputes.FindAsync([command.Dispute], ct) is not { } dispute)
                return DisputeErrors.Unknown;
            if (call.Actor is Actor.Member(var self) && self != dispute.DisputantId
                || command.Disputant is { } named && named != dispute.DisputantId)
                return DisputeErrors.NotYours;

            return dispute.Withdraw(clock.GetUtcNow()).Match<Result<FileDispute.Answer>>(
                _ => new FileDispute.Answer(dispute.Id, dispute.State, dispute.DueAt), refusal => refusal);
        }
    }
}
