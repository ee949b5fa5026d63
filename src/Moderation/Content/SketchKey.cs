using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>One of the numbers that a revision is found by.</summary>
internal sealed class SketchKey
{
    private SketchKey()
    {
    }

    public long Key { get; private init; }

    /// <summary>When the revision was seen: of very many, the newest are looked at.</summary>
    public DateTimeOffset SeenAt { get; private init; }

    public ContentId ContentId { get; private init; }

    public int Revision { get; private init; }

    public static IEnumerable<SketchKey> Of(ContentRevision revision) => Sketch.Of(revision.Text, revision.Media)
        .Select(x => new SketchKey { Key = x, SeenAt = revision.SeenAt, ContentId = revision.ContentId, Revision = revision.Number });
}

internal static class SketchQueries
{
    extension(ModerationDb db)
    {
        public DbSet<SketchKey> SketchKeys => db.Set<SketchKey>();

        /// <summary>Lets a revision be found by those that say nearly the same.</summary>
        public void Sketch(ContentRevision revision)
        {
            db.AddRange(SketchKey.Of(revision));
            revision.Sketched(Content.Sketch.Way);
        }

        /// <summary>Empties revisions; what they were found by goes with them.</summary>
        public async Task Erase(IQueryable<ContentRevision> revisions, CancellationToken ct)
        {
            var found = await revisions.ToListAsync(ct);
            foreach (var revision in found)
                revision.Erase();
            foreach (var ids in found.Select(x => x.ContentId).Distinct().Chunk(Parts.Size))
                await db.SketchKeys.Where(x => ids.Contains(x.ContentId)).ExecuteDeleteAsync(ct);
        }
    }
}

internal sealed class SketchKeyMapping : IEntityTypeConfiguration<SketchKey>
{
    public void Configure(EntityTypeBuilder<SketchKey> builder)
    {
        builder.ToTable("SketchKeys");
        builder.HasKey(x => new { x.Key, x.SeenAt, x.ContentId, x.Revision });
        builder.HasIndex(x => x.ContentId);
    }
}
