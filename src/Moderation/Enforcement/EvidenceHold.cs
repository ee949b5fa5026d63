using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

public readonly record struct HoldId(Guid Value) : ITypedId<HoldId>
{
    public static HoldId Of(Guid value) => new(value);
}

/// <summary>A legal hold: while it lasts nothing about its subject is forgotten or erased. On an account, nothing of what it made either.</summary>
internal sealed class EvidenceHold
{
    public const int MaxReasonLength = 2000;

    private EvidenceHold()
    {
    }

    public HoldId Id { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>Only this decision's evidence, and the subject as it is; null for every decision about the subject.</summary>
    public DecisionId? DecisionId { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset? ReleasedAt { get; private set; }

    public StaffId? ReleasedBy { get; private set; }

    public string? ReleaseReason { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static EvidenceHold Of(SubjectRef subject, DecisionId? decision, StaffId by, string reason, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        DecisionId = decision,
        By = by,
        At = now,
        Reason = reason,
    };

    public Result<Done> Release(StaffId by, string reason, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
            return EnforcementErrors.UnknownHold;

        (ReleasedAt, ReleasedBy, ReleaseReason) = (now, by, reason);
        return default(Done);
    }
}

internal static class EvidenceHolds
{
    extension(ModerationDb db)
    {
        public DbSet<EvidenceHold> Holds => db.Set<EvidenceHold>();

        /// <summary>Whether a legal hold keeps what this was made on.</summary>
        public Task<bool> IsHeld(Decision decision, CancellationToken ct)
        {
            var author = decision.AuthorId.Value;
            return db.Set<EvidenceHold>().Standing.AnyAsync(x => x.DecisionId == decision.Id || x.DecisionId == null
                && (x.SubjectKind == decision.SubjectKind && x.SubjectId == decision.SubjectId || x.SubjectKind == SubjectKind.Account && x.SubjectId == author), ct);
        }

        /// <summary>Tells the item or account whether it is held, so that its deletion erases nothing.</summary>
        public async Task Hold(SubjectRef subject, bool isHeld, CancellationToken ct)
        {
            if (subject.Kind is SubjectKind.Content)
                (await db.Content.FindAsync([new ContentId(subject.Id)], ct))?.Hold(isHeld);
            else
                (await db.Accounts.FindAsync([new AccountId(subject.Id)], ct))?.Hold(isHeld);
        }
    }

    extension(IQueryable<EvidenceHold> holds)
    {
        public IQueryable<EvidenceHold> Standing => holds.Where(x => x.ReleasedAt == null);
    }
}

/// <summary>Who may hold, or release: specialists what is restricted, leads and administrators the rest.</summary>
internal sealed class HoldRights(Seals seals, Call call)
{
    public async Task<bool> MaySee(SubjectRef subject, CancellationToken ct) =>
        call.Rights.Holds(Role.ChildSafety) || !await seals.Holds(subject, ct);

    public async Task<bool> MayHold(SubjectRef subject, CancellationToken ct) => await seals.Holds(subject, ct)
        ? call.Rights.Holds(Role.ChildSafety)
        : call.Rights.Holds(Role.Lead) || call.Rights.Holds(Role.Admin);
}

internal sealed class EvidenceHoldMapping : IEntityTypeConfiguration<EvidenceHold>
{
    public void Configure(EntityTypeBuilder<EvidenceHold> builder)
    {
        builder.ToTable("EvidenceHolds");
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Reason).HasMaxLength(EvidenceHold.MaxReasonLength);
        builder.Property(x => x.ReleaseReason).HasMaxLength(EvidenceHold.MaxReasonLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.ReleasedAt });
        builder.HasIndex(x => x.DecisionId);
    }
}
