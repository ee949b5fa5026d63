using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>What follows where something is found in a bank.</summary>
public enum BankPurpose
{
    /// <summary>It is signalled, and somebody looks.</summary>
    Match,

    /// <summary>Nobody looks again: that it breaks no such guideline is known.</summary>
    Clear,
}

/// <summary>Pictures and texts that are known, and what they are known for.</summary>
internal sealed class Bank
{
    /// <summary>In characters.</summary>
    public const int MaxCodeLength = 60;

    /// <summary>In characters.</summary>
    public const int MaxTitleLength = 200;

    private Bank()
    {
    }

    /// <summary>By which signals name it as their detector.</summary>
    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    public BankPurpose Purpose { get; private init; }

    /// <summary>What it stands for: what its pictures and texts break, or do not.</summary>
    public string Guideline { get; private set; } = "";

    /// <summary>Whether that was restricted when it was saved; it stays so should the rulebook lose the guideline.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>From 1; one more with each change of it, or of what is in it. Signals name it as their version.</summary>
    public int Edition { get; private set; }

    public int Pictures { get; private set; }

    public int Texts { get; private set; }

    /// <summary>The number of the last entry.</summary>
    public int LastNumber { get; private set; }

    public StaffId ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static Bank Open(SaveBank saved, bool isRestricted, StaffId by, DateTimeOffset now)
    {
        var bank = new Bank { Code = saved.Code, Purpose = saved.Purpose };
        bank.Become(saved, isRestricted, by, now);
        return bank;
    }

    public void Become(SaveBank saved, bool isRestricted, StaffId by, DateTimeOffset now)
    {
        (Title, Guideline, IsRestricted) = (saved.Title, saved.Guideline, isRestricted);
        Change(by, now);
    }

    /// <summary>One more of a kind; answers its number.</summary>
    public int Take(BankMark kind)
    {
        Count(kind, 1);
        return ++LastNumber;
    }

    public void Lose(BankMark kind) => Count(kind, -1);

    public void Change(StaffId by, DateTimeOffset now) => (Edition, ChangedBy, ChangedAt) = (Edition + 1, by, now);

    private void Count(BankMark kind, int more) => _ = kind is BankMark.Picture ? Pictures += more : Texts += more;
}

internal static class BankQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Bank> Banks => db.Set<Bank>();

        public DbSet<BankEntry> BankEntries => db.Set<BankEntry>();
    }
}

internal sealed class BankMapping : IEntityTypeConfiguration<Bank>
{
    public void Configure(EntityTypeBuilder<Bank> builder)
    {
        builder.ToTable("Banks");
        builder.HasKey(x => x.Code);
        builder.Property(x => x.Code).HasMaxLength(Bank.MaxCodeLength);
        builder.Property(x => x.Title).HasMaxLength(Bank.MaxTitleLength);
        builder.Property(x => x.Guideline).HasMaxLength(100);
    }
}
