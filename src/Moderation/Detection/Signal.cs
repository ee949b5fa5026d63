using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>What a machine says of a subject.</summary>
internal sealed class Signal
{
    private Signal()
    {
    }

    public SignalId Id { get; private init; }

    /// <summary>The sender and its own id of the signal; the same twice is one.</summary>
    public string? ExternalId { get; private init; }

    public string Client { get; private init; } = "";

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public string Detector { get; private init; } = "";

    public string DetectorVersion { get; private init; } = "";

    public string Label { get; private init; } = "";

    public double Score { get; private init; }

    /// <summary>What it saw, for a moderator to read.</summary>
    public string? Explanation { get; private init; }

    public string? Guideline { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Null while its subject is unknown, or where the guideline was cleared on it.</summary>
    public CaseId? CaseId { get; private set; }

    /// <summary>Whether its detector was paused, so that nobody looked; it waits until that is resumed.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The bank that says of what this rests on that it breaks no such guideline: nobody is asked; null for none.</summary>
    public string? ClearedBy { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static Signal Receive(SendSignal sent, string client, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        ExternalId = sent.ExternalId,
        Client = client,
        SubjectKind = sent.Subject.Kind,
        SubjectId = sent.Subject.Id,
        Detector = sent.Detector,
        DetectorVersion = sent.Version,
        Label = sent.Label,
        Score = sent.Score,
        Explanation = sent.Explanation,
        Guideline = sent.Guideline,
        At = sent.ObservedAt ?? now,
    };

    public void AttachTo(CaseId @case) => (CaseId, IsHeld) = (@case, false);

    public void Hold() => IsHeld = true;

    public void LetGo() => IsHeld = false;

    public void ClearBy(string bank) => ClearedBy = bank;
}

public readonly record struct SignalId(Guid Value) : ITypedId<SignalId>
{
    public static SignalId Of(Guid value) => new(value);
}

internal static class SignalQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Signal> Signals => db.Set<Signal>();
    }

    extension(IQueryable<Signal> signals)
    {
        public IQueryable<Signal> About(SubjectRef subject) =>
            signals.Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id);
    }
}

internal sealed class SignalMapping : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> builder)
    {
        builder.ToTable("Signals");
        builder.Property(x => x.ExternalId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Client).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Detector).HasMaxLength(SendSignal.MaxNameLength);
        builder.Property(x => x.DetectorVersion).HasMaxLength(SendSignal.MaxNameLength);
        builder.Property(x => x.Label).HasMaxLength(SendSignal.MaxNameLength);
        builder.Property(x => x.Explanation).HasMaxLength(SendSignal.MaxExplanationLength);
        builder.Property(x => x.Guideline).HasMaxLength(100);
        builder.Property(x => x.ClearedBy).HasMaxLength(Bank.MaxCodeLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.Client, x.ExternalId }).IsUnique();
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId });
        builder.HasIndex(x => new { x.IsHeld, x.Detector });
    }
}
