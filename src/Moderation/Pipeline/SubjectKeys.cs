using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>The 64-bit key under which tables and replicas know a subject.</summary>
internal sealed class SubjectKey
{
    private SubjectKey()
    {
    }

    public long Key { get; private init; }

    public SubjectKind Kind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>0, but for the few whose hash was taken: those travel along with snapshot and log.</summary>
    public int Salt { get; private init; }

    public static SubjectKey Of(SubjectRef subject, int salt, byte[] secret) => new()
    {
        Key = Hash(subject, salt, secret),
        Kind = subject.Kind,
        SubjectId = subject.Id,
        Salt = salt,
    };

    public static long Hash(SubjectRef subject, int salt, byte[] secret) => BinaryPrimitives.ReadInt64BigEndian(
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{salt}:{subject.Kind}:{subject.Id}")));
}

/// <summary>Gives every subject its key at first sight.</summary>
internal sealed class SubjectKeys(ModerationDb db, Installation installation)
{
    public async Task<long> KeyOf(SubjectRef subject, CancellationToken ct)
    {
        var known = await db.Set<SubjectKey>().AsNoTracking()
            .FirstOrDefaultAsync(x => x.Kind == subject.Kind && x.SubjectId == subject.Id, ct)
            ?? db.Set<SubjectKey>().Local.FirstOrDefault(x => x.Kind == subject.Kind && x.SubjectId == subject.Id);
        return known?.Key ?? await Give(subject, ct);
    }

    /// <summary>The keys of many, each given at first sight.</summary>
    public async Task<IReadOnlyDictionary<SubjectRef, long>> KeysOf(IReadOnlyCollection<SubjectRef> subjects, CancellationToken ct)
    {
        var keys = new Dictionary<SubjectRef, long>();
        foreach (var (kind, ids) in subjects.InParts())
            foreach (var known in await db.Set<SubjectKey>().AsNoTracking().Where(x => x.Kind == kind && ids.Contains(x.SubjectId)).ToListAsync(ct))
                keys[new(known.Kind, known.SubjectId)] = known.Key;
        await GiveAll([.. subjects.Where(x => !keys.ContainsKey(x)).Distinct()], keys, ct);
        return keys;
    }

    /// <summary>
    /// Holds the subject's key until the commit: who tells of a subject and who says something about it wait for each other,
    /// so that neither misses the other.
    /// </summary>
    public async Task Hold(SubjectRef subject, CancellationToken ct)
    {
        var key = await KeyOf(subject, ct);
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Set<SubjectKey>().Where(x => x.Key == key).ExecuteUpdateAsync(x => x
            .SetProperty(k => EF.Property<long>(k, Conventions.Version), k => EF.Property<long>(k, Conventions.Version) + 1), CancellationToken.None);
    }

    /// <summary>The key at first sight; where somebody spoke of the subject before, it is held.</summary>
    public async Task Arrive(SubjectRef subject, CancellationToken ct)
    {
        if (await db.Set<SubjectKey>().AnyAsync(x => x.Kind == subject.Kind && x.SubjectId == subject.Id, ct))
            await Hold(subject, ct);
        else
            await KeyOf(subject, ct);
    }

    // At first sight few are taken: what is free is given by one question for many.
    private async Task GiveAll(IReadOnlyCollection<SubjectRef> subjects, Dictionary<SubjectRef, long> keys, CancellationToken ct)
    {
        if (subjects.Count == 0)
            return;

        var given = db.Set<SubjectKey>().Local.ToDictionary(x => new SubjectRef(x.Kind, x.SubjectId), x => x.Key);
        foreach (var part in subjects.Where(x => !given.ContainsKey(x)).Select(x => SubjectKey.Of(x, 0, installation.KeySecret)).Chunk(Parts.Size))
        {
            var hashes = part.Select(x => x.Key).ToArray();
            var taken = await db.Set<SubjectKey>().Where(x => hashes.Contains(x.Key)).Select(x => x.Key).ToListAsync(ct);
            foreach (var key in part.ExceptBy(taken.Concat(given.Values).ToHashSet(), x => x.Key))
                given[new(key.Kind, key.SubjectId)] = db.Add(key).Entity.Key;
        }

        foreach (var subject in subjects)
            keys[subject] = given.TryGetValue(subject, out var key) ? key : await KeyOf(subject, ct);
    }

    private async Task<long> Give(SubjectRef subject, CancellationToken ct)
    {
        for (var salt = 0; ; salt++)
        {
            var key = SubjectKey.Hash(subject, salt, installation.KeySecret);
            if (await db.Set<SubjectKey>().FindAsync([key], ct) is null)
                return db.Add(SubjectKey.Of(subject, salt, installation.KeySecret)).Entity.Key;
        }
    }
}

internal sealed class SubjectKeyMapping : IEntityTypeConfiguration<SubjectKey>
{
    public void Configure(EntityTypeBuilder<SubjectKey> builder)
    {
        builder.ToTable("SubjectKeys");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).ValueGeneratedNever();
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.HasIndex(x => new { x.Kind, x.SubjectId }).IsUnique();
        builder.HasIndex(x => x.Salt);
    }
}
