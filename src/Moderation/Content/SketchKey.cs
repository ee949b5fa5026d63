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

        /// <summary>Lets a revision be found by those that say or show nearly the same.</summary>
        public Task Sketch(ContentRevision revision, CancellationToken ct) => db.Sketch(revision, [], ct);

        /// <summary>The same where it was sketched before, in a way that is not used any more.</summary>
        public async Task Sketch(ContentRevision revision, IReadOnlyList<SketchKey> before, CancellationToken ct)
        {
            var keys = SketchKey.Of(revision).ToDictionary(x => x.Key);
            foreach (var key in before)
                if (!keys.Remove(key.Key))
                    db.Remove(key);
            db.AddRange(keys.Values);
            foreach (var hash in Pictures.HashesOf(revision.Media))
                await db.Know(hash, ct);
            revision.Sketched(Content.Sketch.Way);
        }

        /// <summary>Empties revisions; what they were found by goes with them.</summary>
        public async Task Erase(IQueryable<ContentRevision> revisions, CancellationToken ct)
        {
            var found = await revisions.ToListAsync(ct);
            var hashes = found.SelectMany(x => Pictures.HashesOf(x.Media)).ToList();
            foreach (var revision in found)
                revision.Erase();
            foreach (var ids in found.Select(x => x.ContentId).Distinct().Chunk(Parts.Size))
                await db.SketchKeys.Where(x => ids.Contains(x.ContentId)).ExecuteDeleteAsync(ct);
            await db.Forget(hashes, ct);
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
