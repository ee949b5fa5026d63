using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>An administrator takes a key back; it stops working at once.</summary>
[AllowedTo(Role.Admin)]
public sealed record RevokeApiKey(ApiKeyId Key) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<RevokeApiKey, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RevokeApiKey command, CancellationToken ct)
        {
            if (await db.ApiKeys.FindAsync([command.Key], ct) is not { } key)
                return PeopleErrors.UnknownKey;

            key.Revoke(clock.GetUtcNow());
            return default(Done);
        }
    }
}
