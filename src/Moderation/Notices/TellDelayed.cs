using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>A job tells people of what was kept quiet until now, each decision once. Answers how many there were.</summary>
[AllowedTo(Role.Product)]
public sealed record TellDelayed : ICommand<int>, IHousekeeping
{
    /// <summary>As many as one command tells of; there may be more.</summary>
    public const int MostAtOnce = 100;

    internal sealed class Handler(ModerationDb db, Ledgers ledgers, Deciding deciding, Happenings happenings, TimeProvider clock) : IRequestHandler<TellDelayed, Result<int>>
    {
        public async Task<Result<int>> Handle(TellDelayed command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var due = db.Decisions.Untold.Where(x => x.NoticeAt <= now);
            await ledgers.Take(await due.OrderBy(x => x.NoticeAt).ThenBy(x => x.Id).Take(MostAtOnce).Select(x => x.AuthorId).ToListAsync(ct));
            // Read once nobody can withdraw it meanwhile.
            var decisions = await due.OrderBy(x => x.NoticeAt).ThenBy(x => x.Id).Take(MostAtOnce).ToListAsync(ct);
            foreach (var decision in decisions)
            {
                decision.Tell(now);
                deciding.Tell(decision);
                happenings.Raise(new DecisionDueToBeTold(decision));
            }

            return decisions.Count;
        }
    }
}
