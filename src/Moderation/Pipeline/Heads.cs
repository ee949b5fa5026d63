using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>
/// The last version given out of a log. Whoever takes the next one holds the row until the commit,
/// so that commit order is version order, without gaps or late rows.
/// </summary>
internal sealed class Head
{
    private Head()
    {
    }

    public string Log { get; private init; } = "";

    public long Last { get; private set; }

    public static Head Of(string log, long last = 0) => new() { Log = log, Last = last };
}

internal sealed class Heads(ModerationDb db)
{
    public const string Standings = "standings";
    public const string Outbox = "outbox";

    /// <summary>The number of the last block of the audit log.</summary>
    public const string Audit = "audit";

    /// <summary>The number of the last referral to an authority.</summary>
    public const string Referrals = "referrals";

    /// <summary>How often the queues were changed: of two who change them at once the second sees the first.</summary>
    public const string Queues = "queues";

    /// <summary>How often the banks were changed: by it every node knows whether what it has in memory is what there is.</summary>
    public const string Banks = "banks";

    public async Task<long> Next(string log)
    {
        await db.Set<Head>().Where(x => x.Log == log).ExecuteUpdateAsync(x => x
            .SetProperty(head => head.Last, head => head.Last + 1)
            .SetProperty(head => EF.Property<long>(head, Conventions.Version), head => EF.Property<long>(head, Conventions.Version) + 1));
        return await Last(log, CancellationToken.None);
    }

    public Task<long> Last(string log, CancellationToken ct) =>
        db.Set<Head>().Where(x => x.Log == log).Select(x => x.Last).FirstOrDefaultAsync(ct);
}

internal sealed class HeadMapping : IEntityTypeConfiguration<Head>
{
    public void Configure(EntityTypeBuilder<Head> builder)
    {
        builder.ToTable("Heads");
        builder.HasKey(x => x.Log);
        builder.Property(x => x.Log).HasMaxLength(40);
    }
}
