using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>What an authority told the network to do (DSA art. 9). It rests on law alone, not on our rules.</summary>
internal sealed class Order
{
    /// <summary>The code that stands where a guideline's would; no rulebook has it.</summary>
    public const string Code = "legal.order";

    public const int MaxWordLength = 200;

    /// <summary>In characters.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>In characters; as much as a decision keeps of its legal ground.</summary>
    public const int MaxLegalBasisLength = 500;

    /// <summary>What takes the place of a guideline; its text is the order's own legal basis.</summary>
    public static readonly Guideline Rule = new(
        Code, GuidelineSet.Community, "Order of an authority", "", Severity.High, Restricted: false, Key: "", StrikeWeight: 1,
        OneStrike: false, SevereLookBack: false, [], [], [], null, []);

    private Order()
    {
    }

    public OrderId Id { get; private init; }

    public string Authority { get; private init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string MemberState { get; private init; } = "";

    /// <summary>The authority's own; with it, the same order sent twice is one.</summary>
    public string Reference { get; private init; } = "";

    public string LegalBasis { get; private init; } = "";

    /// <summary>Where the person can turn to, in the authority's words.</summary>
    public string Redress { get; private init; } = "";

    /// <summary>SHA-256 of all it says, hexadecimal.</summary>
    public string Digest { get; private init; } = "";

    public DateTimeOffset AcknowledgedAt { get; private init; }

    /// <summary>By when the authority wants an answer.</summary>
    public DateTimeOffset? DueAt { get; private init; }

    /// <summary>Until then the person is not told.</summary>
    public DateTimeOffset? ConfidentialUntil { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawReason { get; private set; }

    public static Order Of(ObeyOrder said, string digest, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Authority = said.Authority,
        MemberState = said.MemberState.ToUpperInvariant(),
        Reference = said.Reference,
        LegalBasis = said.LegalBasis,
        Redress = said.Redress,
        Digest = digest,
        AcknowledgedAt = now,
        DueAt = said.DueAt,
        ConfidentialUntil = said.ConfidentialUntil > now ? said.ConfidentialUntil : null,
    };

    public void Withdraw(string reason, DateTimeOffset now) => (WithdrawnAt, WithdrawReason) = (now, reason);
}

public readonly record struct OrderId(Guid Value) : ITypedId<OrderId>
{
    /// <summary>A short name for people to say.</summary>
    public string Code => $"O-{Value.ToString("N")[^6..].ToUpperInvariant()}";

    public static OrderId Of(Guid value) => new(value);
}

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.Property(x => x.Authority).HasMaxLength(Order.MaxWordLength);
        builder.Property(x => x.MemberState).HasMaxLength(2);
        builder.Property(x => x.Reference).HasMaxLength(Order.MaxWordLength);
        builder.Property(x => x.LegalBasis).HasMaxLength(Order.MaxLegalBasisLength);
        builder.Property(x => x.Redress).HasMaxLength(Order.MaxTextLength);
        builder.Property(x => x.Digest).HasMaxLength(64);
        builder.Property(x => x.WithdrawReason).HasMaxLength(Order.MaxTextLength);
        builder.HasIndex(x => new { x.Authority, x.Reference }).IsUnique();
    }
}
