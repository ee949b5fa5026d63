using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What machines may not decide by for now.</summary>
public enum PauseKind
{
    /// <summary>All of a detector; its signals are kept and wait.</summary>
    Detector,

    /// <summary>One named rule of a detector.</summary>
    Rule,

    /// <summary>A bank of hashes; its detector names it as its rule.</summary>
    Bank,

    /// <summary>A whole guideline, whoever finds it.</summary>
    Guideline,
}

/// <summary>A switch that stops machines from deciding; there while it is off.</summary>
internal sealed class Pause
{
    public const int MaxCodeLength = 200;

    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 1000;

    private Pause()
    {
    }

    public PauseKind Kind { get; private init; }

    public string Code { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    /// <summary>Who paused it, as the audit log names them.</summary>
    public string By { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public static Pause Of(PauseKind kind, string code, Actor by, string reason, DateTimeOffset now) => new()
    {
        Kind = kind,
        Code = code,
        Since = now,
        By = AuditEntry.NameOf(by),
        Reason = reason,
    };
}

/// <summary>A detector may be acted upon again.</summary>
internal sealed record DetectorResumed(string Detector) : IEvent;

/// <summary>Read from the database each time, so that a switch works at the next command, on every node.</summary>
internal sealed class PauseSwitches(ModerationDb db)
{
    /// <summary>What keeps a machine from deciding this; null for nothing.</summary>
    public async Task<Error?> Bar(Judgement judgement, CancellationToken ct) => judgement is { Automation: Automation.Full, Cause: null }
        ? await Bar(judgement.Detector, judgement.Rule, judgement.Guideline, ct)
        : null;

    /// <summary>What keeps a machine from deciding anything by a rule of a detector under a guideline; null for nothing.</summary>
    public async Task<Error?> Bar(string? detector, string? rule, string guideline, CancellationToken ct)
    {
        var whole = Clearance.Whole(guideline);
        var pause = await db.Set<Pause>().AsNoTracking().OrderBy(x => x.Kind).FirstOrDefaultAsync(
            x => x.Kind == PauseKind.Detector && x.Code == detector
                || (x.Kind == PauseKind.Rule || x.Kind == PauseKind.Bank) && x.Code == rule
                || x.Kind == PauseKind.Guideline && (x.Code == whole || x.Code == guideline), ct);
        return pause is null ? null : EnforcementErrors.Paused(pause.Kind, pause.Code);
    }

    public Task<bool> HoldsRule(string rule, CancellationToken ct) =>
        db.Set<Pause>().AnyAsync(x => x.Kind == PauseKind.Rule && x.Code == rule, ct);

    public Task<bool> Holds(string detector, CancellationToken ct) =>
        db.Set<Pause>().AnyAsync(x => x.Kind == PauseKind.Detector && x.Code == detector, ct);
}

internal sealed class PauseMapping : IEntityTypeConfiguration<Pause>
{
    public void Configure(EntityTypeBuilder<Pause> builder)
    {
        builder.ToTable("Pauses");
        builder.HasKey(x => new { x.Kind, x.Code });
        builder.Property(x => x.Code).HasMaxLength(Pause.MaxCodeLength);
        builder.Property(x => x.By).HasMaxLength(TextId.MaxLength + 10);
        builder.Property(x => x.Reason).HasMaxLength(Pause.MaxReasonLength);
    }
}
