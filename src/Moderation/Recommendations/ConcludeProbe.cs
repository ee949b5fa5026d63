using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>A job has looked into an item, or could not. Answers whether it still waited; a newer version goes on waiting.</summary>
[AllowedTo(Role.Product)]
public sealed record ConcludeProbe(ContentId Content, int Revision) : ICommand<bool>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<ConcludeProbe, Result<bool>>
    {
        public async Task<Result<bool>> Handle(ConcludeProbe command, CancellationToken ct) =>
            await db.Set<WaitingProbe>().Where(x => x.ContentId == command.Content && x.Revision == command.Revision).ExecuteDeleteAsync(ct) > 0;
    }
}
