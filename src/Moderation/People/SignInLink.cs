using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.People;

/// <summary>Lets a member in once, without a password: the host platform vouches for who they are.</summary>
internal sealed class SignInLink
{
    private SignInLink()
    {
    }

    /// <summary>SHA-256 of the token, hexadecimal; the token itself is only in the link.</summary>
    public string Digest { get; private init; } = "";

    public AccountId Account { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static SignInLink For(AccountId account, string token, DateTimeOffset expiresAt) =>
        new() { Digest = ApiKey.DigestOf(token), Account = account, ExpiresAt = expiresAt };

    public Result<AccountId> Use(DateTimeOffset now)
    {
        if (UsedAt is not null || ExpiresAt <= now)
            return PeopleErrors.LinkUsed;

        UsedAt = now;
        return Account;
    }
}

internal sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("SignInLinks");
        builder.HasKey(x => x.Digest);
        builder.Property(x => x.Digest).HasMaxLength(64);
    }
}
