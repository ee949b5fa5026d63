using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>A member has read their notices up to one.</summary>
[AllowedTo(Role.Member)]
public sealed record ReadNotices(AccountId Account, long UpTo) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<ReadNotices, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ReadNotices command, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != command.Account)
                return PipelineErrors.NotAllowed;

            foreach (var notice in await db.Notices.Where(x => x.AccountId == command.Account && x.Sequence <= command.UpTo && x.ReadAt == null).ToListAsync(ct))
                notice.Read(clock.GetUtcNow());

            return default(Done);
        }
    }
}
