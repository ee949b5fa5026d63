using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>
{
    public static ReferralId Of(Guid value) => new(value);
}

/// <summary>How far a referral is.</summary>
public enum ReferralState
{
    Sent,
    Acknowledged,
}

/// <summary>How an authority was told.</summary>
public enum ReferralWay
{
    Phone,
    Portal,
    Email,
}

/// <summary>An authority was told of a threat to somebody's life or safety (DSA art. 18).</summary>
internal sealed class Referral
{
    public const int MaxAuthorityLength = 200;
    public const int MaxDescriptionLength = 10_000;
    public const int MaxReferenceLength = 200;

    private Referral()
    {
    }

    public ReferralId Id { get; private init; }

    /// <summary>1, 2, 3 ... on this installation.</summary>
    public long Number { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public CaseId? CaseId { get; private init; }

    public string Authority { get; private init; } = "";

    public string Description { get; private init; } = "";

    public ReferralWay Way { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ReferralState State { get; private set; }

    /// <summary>As the authority gave it.</summary>
    public string? Reference { get; private set; }

    public StaffId? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static Referral Send(ReferThreat said, long number, SubjectRef subject, StaffId by, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Number = number,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        CaseId = said.Case,
        Authority = said.Authority,
        Description = said.Description,
        Way = said.Way,
        By = by,
        At = now,
    };

    /// <summary>A short name for people to say.</summary>
    public static string CodeOf(long number) => $"R-{number:000000}";

    public Result<Done> Acknowledge(string reference, StaffId by, DateTimeOffset now)
    {
        if (State is ReferralState.Acknowledged)
            return EnforcementErrors.AlreadyAcknowledged;

        (State, Reference, AcknowledgedBy, AcknowledgedAt) = (ReferralState.Acknowledged, reference, by, now);
        return default(Done);
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals");
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Authority).HasMaxLength(Referral.MaxAuthorityLength);
        builder.Property(x => x.Description).HasMaxLength(Referral.MaxDescriptionLength);
        builder.Property(x => x.Reference).HasMaxLength(Referral.MaxReferenceLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => new { x.State, x.At });
    }
}
