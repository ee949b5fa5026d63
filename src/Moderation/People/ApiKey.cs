using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>What a program signs in with. Only its digest is kept.</summary>
internal sealed class ApiKey
{
    public const int MaxNameLength = 100;

    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The program, which may hold several keys; idempotency keys are its own.</summary>
    public string Client { get; private init; } = "";

    /// <summary>SHA-256, hexadecimal. The secret has 256 random bits, so a quick hash is enough.</summary>
    public string Digest { get; private init; } = "";

    public List<Scope> Scopes { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiKey Make(string name, string client, string secret, IEnumerable<Scope> scopes, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Name = name,
        Client = client,
        Digest = DigestOf(secret),
        Scopes = [.. scopes.Distinct().Order()],
        MadeAt = now,
    };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public static string DigestOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>256 random bits, in letters and digits that survive copying.</summary>
    public static string DrawSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

internal static class ApiKeyQueries
{
    extension(ModerationDb db)
    {
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
    }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(x => x.Name).HasMaxLength(ApiKey.MaxNameLength);
        builder.Property(x => x.Client).HasMaxLength(ApiKey.MaxNameLength);
        builder.Property(x => x.Digest).HasMaxLength(64);
        builder.Property(x => x.Scopes).AsJson();
        builder.HasIndex(x => x.Digest).IsUnique();
    }
}
