using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

internal sealed class FactCheckMapping : IEntityTypeConfiguration<FactCheck>
{
    public void Configure(EntityTypeBuilder<FactCheck> builder)
    {
        builder.ToTable("FactChecks");
        builder.Property(x => x.Digest).HasMaxLength(64);
        builder.Property(x => x.Review).AsJson();
        builder.Ignore(x => x.Ground);
        builder.HasIndex(x => x.Digest).IsUnique();
        builder.HasIndex(x => new { x.State, x.FiledAt, x.Id });
        builder.HasIndex(x => new { x.State, x.Harm, x.Id }).IsDescending(false, true, false);
        builder.HasIndex(x => new { x.RatedBy, x.RatedAt, x.Id }).IsDescending(false, true, true);
    }
}

internal sealed class FactCheckCorrectionMapping : IEntityTypeConfiguration<FactCheckCorrection>
{
    public void Configure(EntityTypeBuilder<FactCheckCorrection> builder)
    {
        builder.ToTable("FactCheckCorrections");
        builder.Property(x => x.Reason).HasMaxLength(CorrectFactCheck.MaxReason);
        builder.Property(x => x.By).HasMaxLength(TextId.MaxLength);
        builder.HasIndex(x => new { x.FactCheckId, x.At });
    }
}

internal sealed class RatedItemMapping : IEntityTypeConfiguration<RatedItem>
{
    public void Configure(EntityTypeBuilder<RatedItem> builder)
    {
        builder.ToTable("RatedItems");
        builder.HasKey(x => new { x.FactCheckId, x.ContentId });
        builder.HasIndex(x => x.ContentId);
        // The few that a person may want to see, those first that wait longest.
        builder.HasIndex(x => new { x.IsToConfirm, x.At, x.FactCheckId, x.ContentId });
    }
}

internal sealed class RatedKeyMapping : IEntityTypeConfiguration<RatedKey>
{
    public void Configure(EntityTypeBuilder<RatedKey> builder)
    {
        builder.ToTable("RatedKeys");
        builder.HasKey(x => new { x.Key, x.FactCheckId, x.ContentId, x.Revision });
        builder.HasIndex(x => x.FactCheckId);
    }
}
