using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.RepeatOffenders;

/// <summary>A rulebook was applied to what was in force on an account: its ladder counts since then for earlier strikes too.</summary>
internal sealed class AppliedRulebook
{
    private AppliedRulebook()
    {
    }

    public AccountId AccountId { get; private init; }

    public int RulebookVersion { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static AppliedRulebook To(AccountId account, int version, DateTimeOffset now) => new() { AccountId = account, RulebookVersion = version, At = now };
}

internal sealed class AppliedRulebookMapping : IEntityTypeConfiguration<AppliedRulebook>
{
    public void Configure(EntityTypeBuilder<AppliedRulebook> builder)
    {
        builder.ToTable("AppliedRulebooks");
        builder.HasKey(x => new { x.AccountId, x.At });
    }
}
