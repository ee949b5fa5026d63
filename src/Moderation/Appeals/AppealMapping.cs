using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Appeals;

internal static class AppealQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Appeal> Appeals => db.Set<Appeal>();

        public DbSet<AppealBar> AppealBars => db.Set<AppealBar>();
    }

    extension(IQueryable<Appeal> appeals)
    {
        public IQueryable<Appeal> Open => appeals.Where(x => x.State == AppealState.Filed || x.State == AppealState.InReview);
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals");
        builder.Property(x => x.Statement).HasMaxLength(Appeal.MaxStatementLength);
        builder.Property(x => x.Reason).HasMaxLength(Appeal.MaxReasonLength);
        builder.Property(x => x.Lifted).AsJson();
        builder.HasIndex(x => new { x.DecisionId, x.AppellantId }).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueAt, x.Id });
        builder.HasIndex(x => x.AppellantId);
        builder.HasIndex(x => x.ClosedAt);
    }
}

internal sealed class AppealBarMapping : IEntityTypeConfiguration<AppealBar>
{
    public void Configure(EntityTypeBuilder<AppealBar> builder)
    {
        builder.ToTable("AppealBars");
        builder.HasKey(x => new { x.AppealId, x.StaffId });
    }
}
