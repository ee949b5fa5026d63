using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

internal static class DisputeQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Dispute> Disputes => db.Set<Dispute>();

        /// <summary>Where the last dispute about each of these decisions stands.</summary>
        public async Task<IReadOnlyDictionary<DecisionId, DisputeState>> DisputesOf(DecisionId[] decisions, DateTimeOffset now, CancellationToken ct) =>
            (await db.Disputes.AsNoTracking().Where(x => decisions.Contains(x.DecisionId)).Select(x => new { x.DecisionId, x.Number, x.State, x.DueAt }).ToListAsync(ct))
                .GroupBy(x => x.DecisionId).ToDictionary(x => x.Key, x => x.MaxBy(y => y.Number)! is var last ? Dispute.StateAt(last.State, last.DueAt, now) : default);
    }

    extension(IQueryable<Dispute> disputes)
    {
        /// <summary>Those that wait for an answer, in time or overdue.</summary>
        public IQueryable<Dispute> Open => disputes.Where(x => x.State == DisputeState.Filed);

        public IQueryable<Dispute> Of(FactCheckId check, ContentId content) => disputes.Where(x => x.FactCheckId == check && x.ContentId == content);
    }
}

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("Disputes");
        builder.Property(x => x.Statement).HasMaxLength(Dispute.MaxStatement);
        builder.Property(x => x.Links).AsJson();
        builder.Property(x => x.Reason).HasMaxLength(CorrectFactCheck.MaxReason);
        builder.Property(x => x.AnsweredBy).HasMaxLength(TextId.MaxLength);
        builder.HasIndex(x => new { x.FactCheckId, x.ContentId, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueAt, x.Id });
        builder.HasIndex(x => x.DecisionId);
        builder.HasIndex(x => x.DisputantId);
    }
}
