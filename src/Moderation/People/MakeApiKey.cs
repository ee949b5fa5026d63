using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>An administrator makes a key for a program. The secret is in this answer and nowhere else, ever.</summary>
/// <param name="Secret">Only for the product's own seeding in Development; null draws one.</param>
[AllowedTo(Role.Admin, Role.Product)]
public sealed record MakeApiKey(string Name, string Client, IReadOnlyList<Scope> Scopes, string? Secret = null)
    : ICommand<MakeApiKey.Answer>
{
    public sealed record Answer(ApiKeyId Id, string Secret);

    internal sealed class Validator : AbstractValidator<MakeApiKey>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.MaxNameLength);
            RuleFor(x => x.Client).NotEmpty().MaximumLength(ApiKey.MaxNameLength);
            RuleFor(x => x.Scopes).NotEmpty();
            RuleForEach(x => x.Scopes).IsInEnum();
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<MakeApiKey, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MakeApiKey command, CancellationToken ct)
        {
            if (command.Secret is not null && call.Actor != Actor.Product)
                return PipelineErrors.NotAllowed;

            var secret = command.Secret ?? ApiKey.DrawSecret();
            var digest = ApiKey.DigestOf(secret);
            if (await db.ApiKeys.FirstOrDefaultAsync(x => x.Digest == digest, ct) is { } same)
                return new Answer(same.Id, secret);

            return new Answer(db.Add(ApiKey.Make(command.Name, command.Client, secret, command.Scopes, clock.GetUtcNow())).Entity.Id, secret);
        }
    }
}

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

/// <summary>An administrator asks which keys there are.</summary>
[AllowedTo(Role.Admin)]
public sealed record ApiKeyList : IQuery<ApiKeyList.Row[]>
{
    public sealed record Row(
        ApiKeyId Id, string Name, string Client, IReadOnlyList<Scope> Scopes, DateTimeOffset MadeAt,
        DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<ApiKeyList, Result<Row[]>>
    {
        public async Task<Result<Row[]>> Handle(ApiKeyList query, CancellationToken ct) =>
            (await db.ApiKeys.AsNoTracking().OrderByDescending(x => x.MadeAt).ToListAsync(ct))
                .Select(x => new Row(x.Id, x.Name, x.Client, x.Scopes, x.MadeAt, x.LastUsedAt, x.RevokedAt))
                .ToArray();
    }
}

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
