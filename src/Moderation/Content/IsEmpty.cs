using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>The host at its start asks whether anything ever came in.</summary>
[AllowedTo(Role.Product)]
public sealed record IsEmpty : IQuery<bool>
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<IsEmpty, Result<bool>>
    {
        public async Task<Result<bool>> Handle(IsEmpty query, CancellationToken ct) =>
            !await db.Accounts.AnyAsync(ct) && !await db.Content.AnyAsync(ct);
    }
}
