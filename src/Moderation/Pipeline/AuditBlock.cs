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

    public string Hash { get; private init; } = "";

    public DateTimeOffset SealedAt { get; private init; }

    public static AuditBlock Seal(long number, string before, IReadOnlyList<AuditEntry> entries, DateTimeOffset now) => new()
    {
        Number = number,
        Entries = entries.Count,
        Before = before,
        Hash = HashOf(number, before, entries),
        SealedAt = now,
    };

    public bool Covers(IReadOnlyList<AuditEntry> entries) =>
        entries.Count == Entries && Hash == HashOf(Number, Before, entries);

    private static string HashOf(long number, string before, IEnumerable<AuditEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(number));
        hash.AppendData(Convert.FromHexString(before));
        foreach (var entry in entries)
            hash.AppendData(SHA256.HashData(entry.Content()));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
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
