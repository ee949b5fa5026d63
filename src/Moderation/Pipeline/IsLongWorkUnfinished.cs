using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>The host at its start asks whether some long work was left unfinished.</summary>
[AllowedTo(Role.Product)]
public sealed record IsLongWorkUnfinished(string Name) : IQuery<bool>
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<IsLongWorkUnfinished, Result<bool>>
    {
        public async Task<Result<bool>> Handle(IsLongWorkUnfinished query, CancellationToken ct) =>
            await db.Set<InstallationMark>().AnyAsync(x => x.Name == query.Name, ct);
    }
}
