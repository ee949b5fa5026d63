using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A node asks whether it may run a job; true makes it the only one for a while.</summary>
/// <param name="Term">How long a node that went silent keeps others waiting; null for <see cref="UsualTerm"/>.</param>
[AllowedTo(Role.Product)]
public sealed record TakeJobLease(string Job, string Node, TimeSpan? Term = null) : ICommand<bool>, IHousekeeping
{
    public static TimeSpan UsualTerm { get; } = TimeSpan.FromSeconds(30);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<TakeJobLease, Result<bool>>
    {
        public async Task<Result<bool>> Handle(TakeJobLease command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var until = now + (command.Term ?? UsualTerm);
            var taken = await db.Set<JobLease>()
                .Where(x => x.Job == command.Job && (x.Holder == command.Node || x.Until <= now))
                .ExecuteUpdateAsync(x => x
                    .SetProperty(lease => lease.Holder, command.Node)
                    .SetProperty(lease => lease.Until, until)
                    .SetProperty(lease => EF.Property<long>(lease, Conventions.Version), lease => EF.Property<long>(lease, Conventions.Version) + 1), ct);
            if (taken > 0)
                return true;

            if (await db.Set<JobLease>().AnyAsync(x => x.Job == command.Job, ct))
                return false;

            db.Add(JobLease.Of(command.Job, command.Node, until));
            return true;
        }
    }
}
