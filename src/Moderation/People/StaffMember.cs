using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody who works here, and what they may do.</summary>
internal sealed class StaffMember
{
    public const int MaxNameLength = 100;

    /// <summary>How many cases somebody is handed at once where nobody said otherwise.</summary>
    public const int UsualCapacity = 5;
    public const int MaxCapacity = 100;

    private StaffMember()
    {
    }

    public StaffId Id { get; private init; }

    public string DisplayName { get; private set; } = "";

    /// <summary>What colleagues see instead of the name.</summary>
    public string? Pseudonym { get; private set; }

    public List<Role> Roles { get; private set; } = [];

    /// <summary>Languages they read; none means any.</summary>
    public List<string> Languages { get; private set; } = [];

    public List<string> Skills { get; private set; } = [];

    /// <summary>Their own account on the network: they are never handed a case about it.</summary>
    public AccountId? Account { get; private set; }

    /// <summary>How many cases they are handed at once; null for as many as are usual.</summary>
    public int? Capacity { get; private set; }

    public bool IsActive { get; private set; }

    public DateTimeOffset AddedAt { get; private init; }

    public int MostAtOnce => Capacity ?? UsualCapacity;

    public string CalledBy => string.IsNullOrWhiteSpace(Pseudonym) ? Unnamed(Id) : Pseudonym;

    /// <summary>Somebody of whom no pseudonym is known is told apart from others, and no more.</summary>
    public static string Unnamed(StaffId id) =>
        $"Colleague {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))[..4]}";

    public static StaffMember Add(PutStaff as_, DateTimeOffset now)
    {
        var member = new StaffMember { Id = as_.Id, AddedAt = now };
        member.Become(as_);
        return member;
    }

    public void Become(PutStaff now)
    {
        DisplayName = now.DisplayName;
        Pseudonym = now.Pseudonym;
        Roles = [.. now.Roles.Distinct().Order()];
        Languages = [.. now.Languages ?? []];
        Skills = [.. now.Skills ?? []];
        Account = now.Account;
        IsActive = now.Active;
    }

    public void Take(int? capacity) => Capacity = capacity;

    public bool Holds(Role role) => IsActive && Roles.Contains(role);
}

internal static class StaffQueries
{
    extension(ModerationDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        /// <summary>Somebody active with one of these roles, or nobody.</summary>
        public async Task<StaffMember?> StaffWith(StaffId id, Role[] roles, CancellationToken ct) =>
            await db.Set<StaffMember>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) is { } member
            && roles.Any(member.Holds) ? member : null;
    }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.Property(x => x.DisplayName).HasMaxLength(StaffMember.MaxNameLength);
        builder.Property(x => x.Pseudonym).HasMaxLength(StaffMember.MaxNameLength);
        builder.Property(x => x.Roles).AsJson();
        builder.Property(x => x.Languages).AsJson();
        builder.Property(x => x.Skills).AsJson();
        builder.Ignore(x => x.CalledBy);
        builder.Ignore(x => x.MostAtOnce);
    }
}
