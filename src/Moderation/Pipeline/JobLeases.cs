using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Which node runs a job. The clock of the scheduler only wakes; this row decides.</summary>
internal sealed class JobLease
{
    private JobLease()
    {
    }

    public string Job { get; private init; } = "";

    public string Holder { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    public static JobLease Of(string job, string holder, DateTimeOffset until) =>
        new() { Job = job, Holder = holder, Until = until };
}

/// <summary>A node asks whether it may run a job; true makes it the only one for a while.</summary>
[AllowedTo(Role.Product)]
public sealed record TakeJobLease(string Job, string Node) : ICommand<bool>, IHousekeeping
{
    /// <summary>How long a node that went silent keeps others waiting.</summary>
    public static TimeSpan Term { get; } = TimeSpan.FromSeconds(30);

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<TakeJobLease, Result<bool>>
    {
        public async Task<Result<bool>> Handle(TakeJobLease command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var until = now + Term;
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

internal sealed class JobLeaseMapping : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.ToTable("JobLeases");
        builder.HasKey(x => x.Job);
        builder.Property(x => x.Job).HasMaxLength(80);
        builder.Property(x => x.Holder).HasMaxLength(200);
    }
}

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
