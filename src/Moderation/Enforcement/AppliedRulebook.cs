using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.Enforcement;

/// <summary>A rulebook was applied to what was in force on an account: its ladder counts since then for earlier strikes too.</summary>
internal sealed class AppliedRulebook
{
    private AppliedRulebook()
    {
    }

    public AccountId AccountId { get; private init; }

    public int RulebookVersion { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>To decisions made from then on, inclusive.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>Up to then, exclusive.</summary>
    public DateTimeOffset Until { get; private init; }

    public static AppliedRulebook To(AccountId account, int version, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) => new()
    {
        AccountId = account,
        RulebookVersion = version,
        At = now,
        From = from,
        Until = until,
    };
}

internal sealed class AppliedRulebookMapping : IEntityTypeConfiguration<AppliedRulebook>
{
    public void Configure(EntityTypeBuilder<AppliedRulebook> builder)
    {
        builder.ToTable("AppliedRulebooks");
        builder.HasKey(x => new { x.AccountId, x.At });
    }
}
