using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A job forgets answered requests that nobody repeats any more.</summary>
[AllowedTo(Role.Product)]
public sealed record ForgetAnsweredRequests : ICommand<int>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<ForgetAnsweredRequests, Result<int>>
    {
        public async Task<Result<int>> Handle(ForgetAnsweredRequests command, CancellationToken ct)
        {
            var old = clock.GetUtcNow() - IdempotencyKey.Kept;
            return await db.Set<AnsweredRequest>().Where(x => x.At < old).ExecuteDeleteAsync(ct);
        }
    }
}
