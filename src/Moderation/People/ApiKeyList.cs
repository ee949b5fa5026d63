using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

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
