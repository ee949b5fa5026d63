using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Appeals;

/// <summary>Who appealed takes it back.</summary>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record WithdrawAppeal(AppealId Appeal, AccountId? Appellant = null) : ICommand<FileAppeal.Answer>
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<WithdrawAppeal, Result<FileAppeal.Answer>>
    {
        public async Task<Result<FileAppeal.Answer>> Handle(WithdrawAppeal command, CancellationToken ct)
        {
            if (await db.Appeals.FindAsync([command.Appeal], ct) is not { } appeal)
                return AppealErrors.Unknown;
            if (call.Actor is Actor.Member(var self) && self != appeal.AppellantId
                || command.Appellant is { } named && named != appeal.AppellantId)
                return AppealErrors.NotYours;

            return appeal.Withdraw(clock.GetUtcNow()).Match<Result<FileAppeal.Answer>>(
                _ => new FileAppeal.Answer(appeal.Id, appeal.State, appeal.DueAt), refusal => refusal);
        }
    }
}
