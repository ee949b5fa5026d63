using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

internal static class ContentQueries
{
    extension(ModerationDb db)
    {
        public DbSet<ContentItem> Content => db.Set<ContentItem>();

        public DbSet<ContentRevision> Revisions => db.Set<ContentRevision>();

        /// <summary>Whether a legal hold on it, or on who made it, keeps it.</summary>
        public async Task<bool> IsHeld(ContentItem item, CancellationToken ct) =>
            item.IsHeld || await db.Accounts.AnyAsync(x => x.Id == item.AuthorId && x.IsHeld, ct);

        /// <summary>What an item says now.</summary>
        public IQueryable<ContentRevision> CurrentRevision(ContentId id) => db.Revisions.AsNoTracking()
            .Where(x => x.ContentId == id && db.Set<ContentItem>().Any(y => y.Id == id && y.Revision == x.Number));
    }
}

internal sealed class ContentMapping : IEntityTypeConfiguration<ContentItem>
{
    public const int MaxLanguageLength = 35;

    public void Configure(EntityTypeBuilder<ContentItem> builder)
    {
        builder.ToTable("Content");
        builder.Property(x => x.Language).HasMaxLength(MaxLanguageLength);
        builder.Property(x => x.RevisionDigest).HasMaxLength(64);
        builder.HasIndex(x => new { x.AuthorId, x.CreatedAt });
        builder.HasIndex(x => new { x.ParentId, x.CreatedAt, x.Id });
        builder.HasIndex(x => x.ReshareOf);
    }
}

internal sealed class ContentRevisionMapping : IEntityTypeConfiguration<ContentRevision>
{
    public void Configure(EntityTypeBuilder<ContentRevision> builder)
    {
        builder.ToTable("ContentRevisions");
        builder.HasKey(x => new { x.ContentId, x.Number });
        builder.Property(x => x.Media).AsJson();
        builder.Property(x => x.Digest).HasMaxLength(64);
        // Those that are still to be sketched in today's way: another way is another index, and so a migration.
        builder.HasIndex(x => new { x.ContentId, x.Number }, "NotSketched").HasFilter($"Sketch < {Sketch.Way}");
    }
}
