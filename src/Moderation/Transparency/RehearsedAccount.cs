using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Somebody whom a rehearsed rulebook would treat differently.</summary>
internal sealed class RehearsedAccount
{
    private RehearsedAccount()
    {
    }

    public RunId RunId { get; private init; }

    public AccountId AccountId { get; private init; }

    public long Followers { get; private init; }

    public string Language { get; private init; } = "";

    public string Country { get; private init; } = "";

    /// <summary>Decisions under which they would be treated harder.</summary>
    public int Harder { get; private init; }

    public int Softer { get; private init; }

    /// <summary>As hard, but otherwise.</summary>
    public int Otherwise { get; private init; }

    /// <summary>What would end, as outcome kinds.</summary>
    public List<string> Ends { get; private init; } = [];

    /// <summary>What would begin, as outcome kinds.</summary>
    public List<string> Begins { get; private init; } = [];

    public static RehearsedAccount Of(RunId run, AccountTreated treated, string language, string country, long followers) => new()
    {
        RunId = run,
        AccountId = treated.Account,
        Followers = followers,
        Language = language,
        Country = country,
        Harder = treated.Of(Change.Harder),
        Softer = treated.Of(Change.Softer),
        Otherwise = treated.Of(Change.Otherwise),
        Ends = [.. treated.Treatments.SelectMany(x => x.Ended).Select(x => x.Kind.ToString()).Distinct().Order(StringComparer.Ordinal)],
        Begins = [.. treated.Treatments.SelectMany(x => x.Added).Select(x => x.Kind.ToString()).Distinct().Order(StringComparer.Ordinal)],
    };
}

internal sealed class RehearsedAccountMapping : IEntityTypeConfiguration<RehearsedAccount>
{
    public void Configure(EntityTypeBuilder<RehearsedAccount> builder)
    {
        builder.ToTable("RehearsedAccounts");
        builder.HasKey(x => new { x.RunId, x.AccountId });
        builder.Property(x => x.Language).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Country).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Ends).AsJson();
        builder.Property(x => x.Begins).AsJson();
        builder.HasIndex(x => new { x.RunId, x.Followers, x.AccountId });
    }
}
