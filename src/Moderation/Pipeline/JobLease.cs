using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
