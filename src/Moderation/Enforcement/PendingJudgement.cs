using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What a person said of a case and may still undo. It is not yet a decision: nothing of it has any effect.</summary>
internal sealed class PendingJudgement
{
    private PendingJudgement()
    {
    }

    public CaseId CaseId { get; private init; }

    public StaffId By { get; private init; }

    /// <summary>Under which its case is held until then.</summary>
    public long ClaimNumber { get; private init; }

    /// <summary>All that was said, as it was sent.</summary>
    public string What { get; private init; } = "";

    /// <summary>The version whose outcomes the person saw.</summary>
    public int RulebookVersion { get; private init; }

    /// <summary>What had been reported and signalled when they judged.</summary>
    public int Reports { get; private init; }

    public int Signals { get; private init; }

    /// <summary>What its reports and signals named by then.</summary>
    public List<string> Grounds { get; private init; } = [];

    public DateTimeOffset SubmittedAt { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public DecideCase Said => JsonSerializer.Deserialize<DecideCase>(What, WireJson.Options)!;

    /// <summary>Holds the case until it takes effect.</summary>
    public static PendingJudgement Of(DecideCase said, CaseJudging.Judged judged, Case @case, DateTimeOffset due, DateTimeOffset now) => new()
    {
        CaseId = @case.Id,
        By = said.Reviewer,
        ClaimNumber = @case.AwaitJudgement(due),
        // What was looked at stays what is judged, also where nothing was said of it.
        What = JsonSerializer.Serialize(said with { Revision = judged.Said.Revision }, WireJson.Options),
        RulebookVersion = judged.Rulebook,
        Reports = @case.Reports,
        Signals = @case.Signals,
        Grounds = [.. @case.Guidelines],
        SubmittedAt = now,
        DueAt = due,
    };
}

public readonly record struct LapseId(Guid Value) : ITypedId<LapseId>
{
    public static LapseId Of(Guid value) => new(value);
}

/// <summary>A judgement that did not take effect, until the person who made it has seen that.</summary>
internal sealed class LapsedJudgement
{
    private LapsedJudgement()
    {
    }

    public LapseId Id { get; private init; }

    public CaseId CaseId { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset SubmittedAt { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Code { get; private init; } = "";

    public string Words { get; private init; } = "";

    public static LapsedJudgement Of(PendingJudgement pending, Error because, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        CaseId = pending.CaseId,
        By = pending.By,
        SubmittedAt = pending.SubmittedAt,
        At = now,
        Code = because.Code,
        Words = because.Words,
    };
}

internal static class PendingJudgementQueries
{
    extension(ModerationDb db)
    {
        public DbSet<PendingJudgement> PendingJudgements => db.Set<PendingJudgement>();

        public DbSet<LapsedJudgement> LapsedJudgements => db.Set<LapsedJudgement>();
    }
}

internal sealed class PendingJudgementMapping : IEntityTypeConfiguration<PendingJudgement>
{
    public void Configure(EntityTypeBuilder<PendingJudgement> builder)
    {
        builder.ToTable("PendingJudgements");
        builder.HasKey(x => x.CaseId);
        builder.Property(x => x.Grounds).AsJson();
        builder.Ignore(x => x.Said);
        builder.HasIndex(x => new { x.DueAt, x.CaseId });
        builder.HasIndex(x => new { x.By, x.SubmittedAt });
    }
}

internal sealed class LapsedJudgementMapping : IEntityTypeConfiguration<LapsedJudgement>
{
    public void Configure(EntityTypeBuilder<LapsedJudgement> builder)
    {
        builder.ToTable("LapsedJudgements");
        builder.Property(x => x.Code).HasMaxLength(100);
        builder.Property(x => x.Words).HasMaxLength(1000);
        builder.HasIndex(x => new { x.By, x.At });
    }
}
