using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager withdraws a version before it comes into force. One is enough: the rules stay as they are.</summary>
[AllowedTo(Role.PolicyManager)]
public sealed record WithdrawRulebook(int Number) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<WithdrawRulebook, Result<Done>>
    {
        public async Task<Result<Done>> Handle(WithdrawRulebook command, CancellationToken ct) =>
            await db.RulebookVersions.FindAsync([command.Number], ct) is { } version
                ? version.Withdraw(clock.GetUtcNow())
                : GuidelineErrors.UnknownVersion;
    }
}
