using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

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

/// <summary>The host platform asks for a link that signs a member in once.</summary>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record MakeSignInLink(AccountId Account) : ICommand<MakeSignInLink.Answer>
{
    /// <summary>How long a link waits to be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    public sealed record Answer(string Token, DateTimeOffset ExpiresAt);

    internal sealed class Validator : AbstractValidator<MakeSignInLink>
    {
        public Validator() => RuleFor(x => x.Account).Must(x => TextId.IsValid(x.Value)).WithMessage("'Account' is not a valid id.");
    }

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<MakeSignInLink, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(MakeSignInLink command, CancellationToken ct)
        {
            var token = ApiKey.DrawSecret();
            var expiresAt = clock.GetUtcNow() + Lifetime;
            db.Add(SignInLink.For(command.Account, token, expiresAt));
            return Task.FromResult<Result<Answer>>(new Answer(token, expiresAt));
        }
    }
}

/// <summary>Somebody follows a link; it tells who they are, once.</summary>
[AllowedTo(Role.Anyone, Role.Member, Role.Product)]
public sealed record UseSignInLink(string Token) : ICommand<AccountId>
{
    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<UseSignInLink, Result<AccountId>>
    {
        public async Task<Result<AccountId>> Handle(UseSignInLink command, CancellationToken ct)
        {
            var digest = ApiKey.DigestOf(command.Token);
            return await db.Set<SignInLink>().FindAsync([digest], ct) is { } link
                ? link.Use(clock.GetUtcNow())
                : PeopleErrors.LinkUsed;
        }
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
