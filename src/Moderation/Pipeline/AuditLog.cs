using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Who did what, to what, and when: ids and salted digests, never texts or names.</summary>
internal sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public AuditEntryId Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>For example <c>staff:kestrel</c>.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>The name of the use case.</summary>
    public string Act { get; private init; } = "";

    public bool Refused { get; private init; }

    /// <summary>The subjects whose standing it touched or, for a question, that it opened, as <c>kind:id</c>, one a line.</summary>
    public string Subjects { get; private init; } = "";

    /// <summary>HMAC-SHA-256 of the command, hexadecimal.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>The block that sealed it; null while unsealed.</summary>
    public long? Block { get; private set; }

    /// <summary>Its place in that block, from 0; null in blocks sealed before places were counted.</summary>
    public int? Place { get; private set; }

    /// <summary>SHA-256 of its content and of the seal before it, hexadecimal; null while unsealed, and where there is no place.</summary>
    public string? Seal { get; private set; }

    public static AuditEntry Of(Call call, bool refused, IEnumerable<SubjectRef> subjects, byte[] salt, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        At = now,
        Actor = NameOf(call.Actor),
        Act = call.UseCase.GetType().Name,
        Refused = refused,
        Subjects = string.Join('\n', subjects.Select(x => $"{x.Kind}:{x.Id}").Order(StringComparer.Ordinal)),
        Digest = Convert.ToHexStringLower(HMACSHA256.HashData(
            salt, JsonSerializer.SerializeToUtf8Bytes(call.UseCase, call.UseCase.GetType(), PipelineJson.Options))),
    };

    /// <summary>All that the seal protects.</summary>
    public byte[] Content() => Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new object[] { Id.Value, At.UtcTicks, Actor, Act, Refused, Subjects, Digest }, PipelineJson.Options));

    public void SealInto(long block, int place, string seal) => (Block, Place, Seal) = (block, place, seal);

    public static string NameOf(Actor actor) => actor switch
    {
        Actor.Staff(var id) => $"staff:{id}",
        Actor.Member(var id) => $"member:{id}",
        Actor.Client(var key, _) => $"key:{key.Value}",
        _ => actor == Pipeline.Actor.Product ? "product" : "anonymous",
    };
}

internal readonly record struct AuditEntryId(Guid Value) : ITypedId<AuditEntryId>
{
    public static AuditEntryId Of(Guid value) => new(value);
}

internal sealed class AuditLog(
    ModerationDb db, DatabaseProvider database, Happenings happenings, Installation installation, TimeProvider clock)
{
    /// <summary>Adds the entry of a command that goes through; it is stored with it or not at all.</summary>
    public void Write(Call call)
    {
        if (call.UseCase is not IHousekeeping)
            db.Add(AuditEntry.Of(call, refused: false, happenings.Touched.Union(call.Opened), installation.AuditSalt, clock.GetUtcNow()));
    }

    /// <summary>Stores that somebody known tried what they may not. Strangers are left to the web server's log.</summary>
    public async Task WriteRefusal(Call call)
    {
        if (call.Actor == Actor.Anonymous)
            return;

        using var turn = await database.EnterWrite(CancellationToken.None);
        db.ChangeTracker.Clear();
        db.Add(AuditEntry.Of(call, refused: true, [], installation.AuditSalt, clock.GetUtcNow()));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(x => x.Actor).HasMaxLength(TextId.MaxLength + 10);
        builder.Property(x => x.Act).HasMaxLength(80);
        builder.Property(x => x.Digest).HasMaxLength(64);
        builder.Property(x => x.Seal).HasMaxLength(64);
        builder.HasIndex(x => new { x.Block, x.Id });
        builder.HasIndex(x => new { x.Act, x.Id });
    }
}
