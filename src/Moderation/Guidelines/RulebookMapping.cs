using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Moderation.Guidelines;

internal sealed class RulebookMapping : IEntityTypeConfiguration<RulebookVersion>
{
    public void Configure(EntityTypeBuilder<RulebookVersion> builder)
    {
        builder.ToTable("RulebookVersions");
        builder.HasKey(x => x.Number);
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Name).HasMaxLength(RulebookVersion.MaxNameLength);
        builder.Property(x => x.Digest).HasMaxLength(SHA256.HashSizeInBytes * 2);
        builder.Property(x => x.Note).HasMaxLength(RulebookDraft.MaxNoteLength);
        builder.HasIndex(x => x.InForceFrom);
    }
}
