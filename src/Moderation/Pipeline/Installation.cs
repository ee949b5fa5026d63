using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>The secrets of this installation, drawn once and kept in its database.</summary>
internal sealed class Installation
{
    public byte[] KeySecret { get; private set; } = [];

    public byte[] AuditSalt { get; private set; } = [];

    public byte[] DeviceSecret { get; private set; } = [];

    public async Task Open(ModerationDb db, CancellationToken ct)
    {
        // Blocks sealed before they had a head are counted from.
        if (!await db.Set<Head>().AnyAsync(x => x.Log == Heads.Audit, ct))
            db.Add(Head.Of(Heads.Audit, await db.Set<AuditBlock>().MaxAsync(x => (long?)x.Number, ct) ?? 0));
        foreach (var log in new[] { Heads.Standings, Heads.Outbox, Heads.Referrals, Heads.Queues, Heads.Banks })
            if (!await db.Set<Head>().AnyAsync(x => x.Log == log, ct))
                db.Add(Head.Of(log));

        KeySecret = await Secret(db, "subject-keys", ct);
        AuditSalt = await Secret(db, "audit", ct);
        DeviceSecret = await Secret(db, "devices", ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<byte[]> Secret(ModerationDb db, string name, CancellationToken ct)
    {
        if (await db.Set<InstallationSecret>().FindAsync([name], ct) is { } kept)
            return kept.Bytes;

        return db.Add(InstallationSecret.Draw(name)).Entity.Bytes;
    }
}

internal sealed class InstallationSecret
{
    public const int Length = 32;

    private InstallationSecret()
    {
    }

    public string Name { get; private init; } = "";

    public byte[] Bytes { get; private init; } = [];

    public static InstallationSecret Draw(string name) => new() { Name = name, Bytes = RandomNumberGenerator.GetBytes(Length) };
}

internal sealed class InstallationSecretMapping : IEntityTypeConfiguration<InstallationSecret>
{
    public void Configure(EntityTypeBuilder<InstallationSecret> builder)
    {
        builder.ToTable("InstallationSecrets");
        builder.HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(40);
        builder.Property(x => x.Bytes).HasMaxLength(InstallationSecret.Length);
    }
}
