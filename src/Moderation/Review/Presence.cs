using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>One page of a browser, while it is open.</summary>
public readonly record struct PageId(Guid Value) : ITypedId<PageId>
{
    public static PageId Of(Guid value) => new(value);

    /// <summary>Of a page that opens now.</summary>
    public static PageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>Somebody has a page of the review console open; who is on a case is told by these, on every node alike.</summary>
internal sealed class Presence
{
    /// <summary>How long after its last word a page counts as open.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    private Presence()
    {
    }

    public PageId Id { get; private init; }

    public StaffId Staff { get; private init; }

    /// <summary>Null on a page that shows no one case.</summary>
    public CaseId? CaseId { get; private init; }

    public DateTimeOffset SeenAt { get; private set; }

    public static Presence Of(PageId page, StaffId staff, CaseId? @case, DateTimeOffset now) =>
        new() { Id = page, Staff = staff, CaseId = @case, SeenAt = now };
}

internal sealed class PresenceMapping : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("Presences");
        builder.HasIndex(x => new { x.CaseId, x.SeenAt });
        builder.HasIndex(x => x.SeenAt);
    }
}
