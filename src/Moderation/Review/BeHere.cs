using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>An open page says so, every 15 seconds; who says nothing for 30 is not here.</summary>
/// <param name="Page">Of its own, for as long as it is open.</param>
/// <param name="Case">The case it shows, if it shows one.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record BeHere(PageId Page, CaseId? Case = null) : ICommand<Done>, IHousekeeping
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    internal sealed class Handler(ModerationDb db, Call call, CaseSight sight, TimeProvider clock) : IRequestHandler<BeHere, Result<Done>>
    {
        public async Task<Result<Done>> Handle(BeHere command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            var now = clock.GetUtcNow();
            if (await db.Set<Presence>().Where(x => x.Id == command.Page && x.Staff == me && x.CaseId == command.Case)
                .ExecuteUpdateAsync(x => x
                    .SetProperty(p => p.SeenAt, now)
                    .SetProperty(p => EF.Property<long>(p, Conventions.Version), p => EF.Property<long>(p, Conventions.Version) + 1), ct) == 1)
                return default(Done);

            if (command.Case is { } id && !(await sight.Glance(id, ct)).IsOk(out _, out var unseen))
                return unseen;

            db.Add(Presence.Of(command.Page, me, command.Case, now));
            return default(Done);
        }
    }
}
