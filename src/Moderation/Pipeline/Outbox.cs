using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Something the host platform is told, in order per subject, not before its time.</summary>
internal sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    public OutboxMessageId Id { get; private init; }

    /// <summary>Its place in the feed; given out at the commit.</summary>
    public long Position { get; private set; }

    public string Type { get; private init; } = "";

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>1, 2, 3 ... within its subject.</summary>
    public long Sequence { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset NotBefore { get; private init; }

    public string Data { get; private init; } = "";

    public static OutboxMessage About(
        SubjectRef subject, long sequence, string type, object data, DateTimeOffset now, DateTimeOffset notBefore) => new()
        {
            Id = new(Guid.CreateVersion7(now)),
            Type = type,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            Sequence = sequence,
            At = now,
            NotBefore = notBefore,
            Data = JsonSerializer.Serialize(data, PipelineJson.Options),
        };

    public void PlaceAt(long position) => Position = position;
}

internal readonly record struct OutboxMessageId(Guid Value) : ITypedId<OutboxMessageId>
{
    public static OutboxMessageId Of(Guid value) => new(value);
}

/// <summary>What this command has to tell the host platform.</summary>
internal sealed class Outbox(ModerationDb db, Heads heads, TimeProvider clock) : ICloseCommit
{
    private readonly List<(SubjectRef Subject, string Type, object Data, DateTimeOffset? NotBefore)> waiting = [];

    public void Tell(SubjectRef subject, string type, object data, DateTimeOffset? notBefore = null) =>
        waiting.Add((subject, type, data, notBefore));

    public async Task Close(CancellationToken ct)
    {
        if (waiting.Count == 0)
            return;

        // The head comes first here: whoever holds it also counts the sequences alone.
        var position = await heads.Next(Heads.Outbox);
        var now = clock.GetUtcNow();
        var number = 0;
        var sequences = await Sequences([.. waiting.Select(x => x.Subject).Distinct()], ct);
        foreach (var bySubject in waiting.GroupBy(x => x.Subject))
        {
            var sequence = sequences.GetValueOrDefault(bySubject.Key);
            foreach (var (subject, type, data, notBefore) in bySubject)
            {
                var message = OutboxMessage.About(subject, ++sequence, type, data, now, notBefore ?? now);
                message.PlaceAt(position * MaxPerCommit + number++);
                db.Add(message);
            }
        }

        waiting.Clear();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The last of each subject; of whom nothing was told yet is not there.</summary>
    private async Task<Dictionary<SubjectRef, long>> Sequences(IReadOnlyCollection<SubjectRef> subjects, CancellationToken ct)
    {
        var last = new Dictionary<SubjectRef, long>();
        foreach (var (kind, ids) in subjects.InParts())
            foreach (var told in await db.Set<OutboxMessage>().Where(x => x.SubjectKind == kind && ids.Contains(x.SubjectId))
                .GroupBy(x => x.SubjectId).Select(x => new { Id = x.Key, Last = x.Max(y => y.Sequence) }).ToListAsync(ct))
                last[new(kind, told.Id)] = told.Last;
        return last;
    }

    /// <summary>Messages of one command share its place in the order and stand behind each other within it.</summary>
    public const int MaxPerCommit = 1_000_000;
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(x => x.Type).HasMaxLength(60);
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.HasIndex(x => x.Position).IsUnique();
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.Sequence }).IsUnique();
    }
}
