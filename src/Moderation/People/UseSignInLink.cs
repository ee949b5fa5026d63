using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody follows a link; it tells who they are, once.</summary>
[AllowedTo(Role.Anyone, Role.Member, Role.Product)]
public sealed record UseSignInLink(string Token) : ICommand<AccountId>
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<UseSignInLink, Result<AccountId>>
    {
        public async Task<Result<AccountId>> Handle(UseSignInLink command, CancellationToken ct)
        {
            var digest = ApiKey.DigestOf(command.Token);
            return await db.Set<SignInLink>().FindAsync([digest], ct) is { } link
                ? link.Use(clock.GetUtcNow())
                : PeopleErrors.LinkUsed;
        }
    }
}
