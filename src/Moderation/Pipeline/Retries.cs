using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>An accepted request and its answer, so that its repetition is answered alike.</summary>
internal sealed class AnsweredRequest
{
    private AnsweredRequest()
    {
    }

    public string Client { get; private init; } = "";

    public string Key { get; private init; } = "";

    public string Digest { get; private init; } = "";

    public string Answer { get; private set; } = "";

    public DateTimeOffset At { get; private init; }

    public static AnsweredRequest Begin(IdempotencyKey key, DateTimeOffset now) =>
        new() { Client = key.Client, Key = key.Key, Digest = key.Digest, At = now };

    public void Answered(object answer) => Answer = JsonSerializer.Serialize(answer, answer.GetType(), PipelineJson.Options);
}

/// <summary>The memory of answered requests. Its row goes in first, so that a twin waits on the index.</summary>
internal sealed class Retries(ModerationDb db, TimeProvider clock)
{
    private static readonly ConcurrentDictionary<(string, string), SemaphoreSlim> Running = new();

    /// <summary>How long a twin waits for the first before it is sent away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null when the first request with this key does not end in time.</summary>
    public static async Task<IDisposable?> Enter(IdempotencyKey? key, CancellationToken ct)
    {
        if (key is null)
            return new Turn(null);

        var gate = Running.GetOrAdd((key.Client, key.Key), _ => new(1));
        return await gate.WaitAsync(Patience, ct) ? new Turn(() =>
        {
            Running.TryRemove((key.Client, key.Key), out _);
            gate.Release();
        }) : null;
    }

    public async Task<TAnswer?> Find<TAnswer>(IdempotencyKey? key, CancellationToken ct) where TAnswer : IAnswer<TAnswer>
    {
        if (key is null || await db.Set<AnsweredRequest>().AsNoTracking()
            .FirstOrDefaultAsync(x => x.Client == key.Client && x.Key == key.Key, ct) is not { } row)
            return default;

        return row.Digest == key.Digest
            ? TAnswer.Read(row.Answer)
            : TAnswer.Refuse(PipelineErrors.IdempotencyMismatch);
    }

    public async Task<AnsweredRequest?> Begin(IdempotencyKey? key)
    {
        if (key is null)
            return null;

        var row = db.Add(AnsweredRequest.Begin(key, clock.GetUtcNow())).Entity;
        await db.SaveChangesAsync(CancellationToken.None);
        return row;
    }

    private sealed class Turn(Action? release) : IDisposable
    {
        public void Dispose() => release?.Invoke();
    }
}

internal sealed class AnsweredRequestMapping : IEntityTypeConfiguration<AnsweredRequest>
{
    public void Configure(EntityTypeBuilder<AnsweredRequest> builder)
    {
        builder.ToTable("AnsweredRequests");
        builder.HasKey(x => new { x.Client, x.Key });
        builder.Property(x => x.Client).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Key).HasMaxLength(IdempotencyKey.MaxLength);
        builder.Property(x => x.Digest).HasMaxLength(64);
        builder.HasIndex(x => x.At);
    }
}
