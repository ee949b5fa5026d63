using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>The host asks whose key it was given.</summary>
[AllowedTo(Role.Product)]
public sealed record RecogniseApiKey(string Secret) : IQuery<Actor.Client>
{
    internal sealed class Handler(ModerationDb db, DatabaseProvider database, TimeProvider clock) : IRequestHandler<RecogniseApiKey, Result<Actor.Client>>
    {
        private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

        public async Task<Result<Actor.Client>> Handle(RecogniseApiKey query, CancellationToken ct)
        {
            var digest = ApiKey.DigestOf(query.Secret);
            if (await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(x => x.Digest == digest && x.RevokedAt == null, ct) is not { } key)
                return PipelineErrors.NotSignedIn;

            try
            {
                await NoteUse(key, ct);
            }
            catch (Exception busy) when (database.IsRace(busy) || database.IsUnavailable(busy))
            {
                // Whether a key was used lately is worth less than the answer.
            }

            return new Actor.Client(key.Id, key.Client);
        }

        // To within minutes, so that reading does not become writing.
        private async Task NoteUse(ApiKey key, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var stale = now - Precision;
            if (!(key.LastUsedAt > stale))
                await db.ApiKeys.Where(x => x.Id == key.Id && (x.LastUsedAt == null || x.LastUsedAt <= stale))
                    .ExecuteUpdateAsync(x => x.SetProperty(k => k.LastUsedAt, now)
                        .SetProperty(k => EF.Property<long>(k, Conventions.Version), k => EF.Property<long>(k, Conventions.Version) + 1), ct);
        }
    }
}
