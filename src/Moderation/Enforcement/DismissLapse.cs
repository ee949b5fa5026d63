using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A moderator has seen that a judgement of theirs did not take effect.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record DismissLapse(LapseId Lapse) : ICommand<Done>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<DismissLapse, Result<Done>>
    {
        public async Task<Result<Done>> Handle(DismissLapse command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            // Seen twice is seen.
            await db.LapsedJudgements.Where(x => x.Id == command.Lapse && x.By == me).ExecuteDeleteAsync(ct);
            return default(Done);
        }
    }
}
