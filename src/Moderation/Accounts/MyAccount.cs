using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Accounts;

/// <summary>A member asks by which name the network knows them.</summary>
[AllowedTo(Role.Member)]
public sealed record MyAccount : IQuery<MyAccount.Answer>
{
    /// <param name="Handle">The id where we were told no handle.</param>
    public sealed record Answer(AccountId Id, string Handle, string? DisplayName);

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<MyAccount, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MyAccount query, CancellationToken ct)
        {
            var me = ((Actor.Member)call.Actor).Id;
            var account = await db.Accounts.FindAsync([me], ct);
            return new Answer(me, account?.Handle is { Length: > 0 } handle ? handle : me.Value, account?.DisplayName);
        }
    }
}
