using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Moderation.Pipeline;

/// <summary>A seal over a run of audit entries and over the seal before it.</summary>
internal sealed class AuditBlock
{
    private AuditBlock()
    {
    }

    public long Number { get; private init; }

    public int Entries { get; private init; }

    public string Before { get; private init; } = "";

    /// <summary>SHA-256, hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    public DateTimeOffset SealedAt { get; private init; }

    /// <summary>What was sealed, a leaf an entry in their order; null in blocks from before entries had places.</summary>
    public byte[]? Leaves { get; private init; }

    /// <summary>Seals these, in this order, and tells each of them.</summary>
    public static AuditBlock Over(long number, string before, IReadOnlyList<AuditEntry> entries, DateTimeOffset now)
    {
        var leaves = entries.SelectMany(x => AuditLeaf.Of(x).Bytes).ToArray();
        var seals = AuditLeaf.SealsOf(before, leaves).ToArray();
        for (var place = 0; place < entries.Count; place++)
            entries[place].SealInto(number, place, seals[place]);

        return new()
        {
            Number = number,
            Entries = entries.Count,
            Before = before,
            Hash = HashOf(number, before, entries.Count, now, seals.LastOrDefault() ?? ""),
            SealedAt = now,
            Leaves = leaves,
        };
    }

    /// <summary>Whether it is itself as it was sealed. Of an old block only its entries can tell.</summary>
    public bool IsWhole() => Leaves is null || Leaves.Length == Entries * AuditLeaf.Length
        && Hash == HashOf(Number, Before, Entries, SealedAt, AuditLeaf.SealsOf(Before, Leaves).LastOrDefault() ?? "");

    /// <summary>Whether it is whole, and these are what it was sealed over.</summary>
    public bool Covers(IReadOnlyList<AuditEntry> entries) => entries.Count == Entries
        && (Leaves is null ? Hash == OldHashOf(Number, Before, entries) : IsWhole() && entries.SelectMany(x => AuditLeaf.Of(x).Bytes).SequenceEqual(Leaves));

    // How blocks were sealed before entries had places; they are still verified so.
    internal static string OldHashOf(long number, string before, IEnumerable<AuditEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(number));
        hash.AppendData(Convert.FromHexString(before));
        foreach (var entry in entries)
            hash.AppendData(SHA256.HashData(entry.Content()));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HashOf(long number, string before, int entries, DateTimeOffset sealedAt, string lastSeal) => Convert.ToHexStringLower(
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{number}|{before}|{entries}|{sealedAt.UtcTicks}|{lastSeal}")));
}

/// <summary>What a block keeps of an entry: its id and the SHA-256 of its content, so that what is gone can still be named.</summary>
internal readonly record struct AuditLeaf(Guid Id, string Content)
{
    /// <summary>In bytes.</summary>
    public const int Length = 16 + SHA256.HashSizeInBytes;

    public byte[] Bytes => [.. Id.ToByteArray(bigEndian: true), .. Convert.FromHexString(Content)];

    public static AuditLeaf Of(AuditEntry entry) => new(entry.Id.Value, Convert.ToHexStringLower(SHA256.HashData(entry.Content())));

    public static IEnumerable<AuditLeaf> Read(byte[] leaves) => leaves.Chunk(Length).Where(x => x.Length == Length)
        .Select(x => new AuditLeaf(new Guid(x.AsSpan(0, 16), bigEndian: true), Convert.ToHexStringLower(x.AsSpan(16))));

    /// <summary>The seal of each: over its leaf and the seal before it; the first one's is over the block before.</summary>
    public static IEnumerable<string> SealsOf(string before, byte[] leaves)
    {
        foreach (var leaf in leaves.Chunk(Length))
            yield return before = Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(before), .. leaf]));
    }
}

internal sealed class AuditBlockMapping : IEntityTypeConfiguration<AuditBlock>
{
    public void Configure(EntityTypeBuilder<AuditBlock> builder)
    {
        builder.ToTable("AuditBlocks");
        builder.HasKey(x => x.Number);
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Property(x => x.Before).HasMaxLength(64);
        builder.Property(x => x.Hash).HasMaxLength(64);
    }
}
