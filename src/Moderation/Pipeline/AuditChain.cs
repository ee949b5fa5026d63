using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

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

/// <summary>A job seals what was written since the last seal. Only one does at a time, wherever it runs.</summary>
[AllowedTo(Role.Product)]
public sealed record SealAudit : ICommand<int>, IHousekeeping
{
    public const int MaxEntries = 1000;

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<SealAudit, Result<int>>
    {
        public async Task<Result<int>> Handle(SealAudit command, CancellationToken ct)
        {
            var entries = await db.Set<AuditEntry>().Where(x => x.Block == null).OrderBy(x => x.Id).Take(MaxEntries).ToListAsync(ct);
            if (entries.Count == 0)
                return 0;

            var last = await db.Set<AuditBlock>().OrderByDescending(x => x.Number).FirstOrDefaultAsync(ct);
            var block = AuditBlock.Seal((last?.Number ?? 0) + 1, last?.Hash ?? "", entries, clock.GetUtcNow());
            db.Add(block);
            foreach (var entry in entries)
                entry.SealInto(block.Number);

            return entries.Count;
        }
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
