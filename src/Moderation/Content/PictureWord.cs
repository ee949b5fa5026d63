using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>
/// One of the sixteen words of the hash of a picture, by which others that look like it are found. A hash is written down once,
/// however many items show it: what shows it is found by its own number among the sketches.
/// </summary>
internal sealed class PictureWord
{
    private PictureWord()
    {
    }

    /// <summary>The place of the word and what it is.</summary>
    public int Word { get; private init; }

    /// <summary>All of the hash, so that to compare it needs no other look.</summary>
    public byte[] Hash { get; private init; } = [];

    public static IEnumerable<PictureWord> Of(PdqHash hash) =>
        Enumerable.Range(0, PdqHash.Words).Select(place => new PictureWord { Word = At(place, hash.Word(place)), Hash = hash.ToBytes() });

    public static int At(int place, ushort word) => place << PdqHash.BitsAWord | word;

    /// <summary>
    /// Each word, and each that differs from it in one bit. Of 31 bits that differ between two hashes some word of the sixteen has at
    /// most one, so that whatever is at most <see cref="PdqHash.MostApart"/> bits away has one of these 272.
    /// </summary>
    public static IEnumerable<int> Near(PdqHash hash) =>
        from place in Enumerable.Range(0, PdqHash.Words)
        from flipped in Enumerable.Range(0, PdqHash.BitsAWord).Select(bit => 1 << bit).Prepend(0)
        select At(place, (ushort)(hash.Word(place) ^ flipped));
}

internal static class PictureQueries
{
    /// <summary>So many are compared with a picture at most; by chance twelve million different ones give as many.</summary>
    public const int MostCompared = 50_000;

    extension(ModerationDb db)
    {
        public DbSet<PictureWord> PictureWords => db.Set<PictureWord>();

        /// <summary>Lets a picture be found by those that look like it.</summary>
        public async Task Know(PdqHash hash, CancellationToken ct)
        {
            if (await db.PictureWords.FindAsync([PictureWord.At(0, hash.Word(0)), hash.ToBytes()], ct) is null)
                db.AddRange(PictureWord.Of(hash));
        }

        /// <summary>Forgets those that no item shows any more.</summary>
        public async Task Forget(IEnumerable<PdqHash> hashes, CancellationToken ct)
        {
            foreach (var hash in hashes.Distinct())
            {
                var (key, bytes, words) = (Content.Sketch.KeyOf(hash), hash.ToBytes(), PictureWord.Of(hash).Select(x => x.Word).ToArray());
                if (!await db.SketchKeys.AnyAsync(x => x.Key == key, ct))
                    await db.PictureWords.Where(x => words.Contains(x.Word) && x.Hash == bytes).ExecuteDeleteAsync(ct);
            }
        }

        /// <summary>Those at most <see cref="PdqHash.MostApart"/> bits away, the nearest first, and whether there may be more.</summary>
        public async Task<(IReadOnlyList<PdqHash> Hashes, bool IsMore)> LookAlikes(PdqHash hash, CancellationToken ct)
        {
            var words = PictureWord.Near(hash).ToArray();
            var found = await db.PictureWords.AsNoTracking().Where(x => words.Contains(x.Word))
                .OrderBy(x => x.Word).Take(MostCompared).Select(x => x.Hash).ToListAsync(ct);
            return (
                [.. found.Select(PdqHash.Of).Distinct().Where(x => x.DistanceTo(hash) <= PdqHash.MostApart).OrderBy(x => x.DistanceTo(hash))],
                found.Count == MostCompared);
        }
    }
}

internal sealed class PictureWordMapping : IEntityTypeConfiguration<PictureWord>
{
    public void Configure(EntityTypeBuilder<PictureWord> builder)
    {
        builder.ToTable("PictureWords");
        builder.HasKey(x => new { x.Word, x.Hash });
        builder.Property(x => x.Hash).HasMaxLength(PdqHash.Bytes).IsFixedLength();
    }
}
