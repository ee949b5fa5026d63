using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A job tells authors, each once, that the fact-checker did not answer in time and that they can appeal. Answers how many there were.</summary>
[AllowedTo(Role.Product)]
public sealed record TellOverdueDisputes : ICommand<int>, IHousekeeping
{
    /// <summary>As many as one command tells of; there may be more.</summary>
    public const int MostAtOnce = 100;

    internal sealed class Handler(ModerationDb db, Happenings happenings, TimeProvider clock) : IRequestHandler<TellOverdueDisputes, Result<int>>
    {
        public async Task<Result<int>> Handle(TellOverdueDisputes command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var overdue = await db.Disputes.Open.Where(x => x.DueAt < now && x.OverdueToldAt == null)
                .OrderBy(x => x.DueAt).ThenBy(x => x.Id).Take(MostAtOnce).ToListAsync(ct);
            foreach (var dispute in overdue)
            {
                dispute.TellOverdue(now);
                happenings.Raise(new DisputeOverdue(dispute));
            }

            return overdue.Count;
        }
    }
}
