using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Accounts;

/// <summary>A member of the network, as the host platform last told us.</summary>
internal sealed class Account
{
    public const int MaxHandleLength = 200;

    private Account()
    {
    }

    public AccountId Id { get; private init; }

    public string Handle { get; private set; } = "";

    public string? DisplayName { get; private set; }

    /// <summary>What it is found by: see <see cref="AccountKeys"/>.</summary>
    public string HandleKey { get; private set; } = "";

    /// <summary>The same of its display name; empty where it has none.</summary>
    public string NameKey { get; private set; } = "";

    public long FollowerCount { get; private set; }

    public string? Country { get; private set; }

    public string? Language { get; private set; }

    public int? Age { get; private set; }

    public bool? IsMinor { get; private set; }

    public string? Type { get; private set; }

    public bool IsPrivate { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public DateTimeOffset? ObservedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public bool IsErased { get; private set; }

    /// <summary>Whether a legal hold keeps all that there is of it and of what it made.</summary>
    public bool IsHeld { get; private set; }

    public void Hold(bool isHeld) => IsHeld = isHeld;

    public static Account First(PutAccount told)
    {
        var account = new Account { Id = told.Id };
        account.Take(told);
        return account;
    }

    /// <summary>False when what we know is newer, or the same.</summary>
    public bool Tell(PutAccount told)
    {
        if (told.ObservedAt < ObservedAt || told.ObservedAt < DeletedAt || IsErased)
            return false;

        var before = Facts;
        Take(told);
        return before != Facts;
    }

    public void Delete(DateTimeOffset at, bool erase)
    {
        DeletedAt ??= at;
        if (!erase)
            return;

        IsErased = true;
        if (!IsHeld)
            Forget();
    }

    /// <summary>All personal data goes; the id stays.</summary>
    public void Forget()
    {
        Handle = HandleKey = NameKey = "";
        DisplayName = Country = Language = Type = null;
        Age = null;
        IsMinor = null;
    }

    private (string, string?, long, string?, string?, int?, bool?, string?, bool, DateTimeOffset?, DateTimeOffset?) Facts =>
        (Handle, DisplayName, FollowerCount, Country, Language, Age, IsMinor, Type, IsPrivate, CreatedAt, DeletedAt);

    private void Take(PutAccount told)
    {
        Handle = told.Handle;
        DisplayName = told.DisplayName;
        (HandleKey, NameKey) = (AccountKeys.Of(Handle), AccountKeys.Of(DisplayName));
        FollowerCount = told.FollowerCount ?? FollowerCount;
        Country = told.Country?.ToUpperInvariant();
        Language = told.Language;
        Age = told.Age;
        IsMinor = told.IsMinor;
        Type = told.Type;
        IsPrivate = told.IsPrivate ?? false;
        CreatedAt = told.CreatedAt ?? CreatedAt;
        ObservedAt = told.ObservedAt ?? ObservedAt;
        DeletedAt = null;
    }
}

internal static class AccountQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(x => x.Handle).HasMaxLength(Account.MaxHandleLength);
        builder.Property(x => x.DisplayName).HasMaxLength(Account.MaxHandleLength);
        builder.Property(x => x.HandleKey).HasMaxLength(Account.MaxHandleLength);
        builder.Property(x => x.NameKey).HasMaxLength(Account.MaxHandleLength);
        builder.HasIndex(x => new { x.HandleKey, x.Id });
        builder.HasIndex(x => new { x.NameKey, x.Id });
        builder.Property(x => x.Country).HasMaxLength(2);
        builder.Property(x => x.Language).HasMaxLength(PutAccount.MaxLanguageLength);
        builder.Property(x => x.Type).HasMaxLength(PutAccount.MaxTypeLength);
    }
}
