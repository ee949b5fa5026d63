using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>Whether one account follows another, as the host last told. Accounts stand by their keys.</summary>
internal sealed class Follow : IFact<Follow>
{
    private Follow()
    {
    }

    public long Key { get; private set; }

    /// <summary>Who follows.</summary>
    public long Who { get; private init; }

    /// <summary>Whom.</summary>
    public long Whom { get; private init; }

    /// <summary>Since when it is so, in milliseconds since 1970.</summary>
    public long At { get; private set; }

    public FactState State { get; private set; }

    /// <summary>See <see cref="DeviceKeys"/>; 0 where none was told, or where it is long ago.</summary>
    public long Device { get; private set; }

    public static Follow Of(FollowTold told, long who, long whom, long device) => new()
    {
        Key = FactKey.Of(who, whom),
        Who = who,
        Whom = whom,
        At = told.At.ToUnixTimeMilliseconds(),
        State = told.Undone ? FactState.Undone : FactState.Holds,
        Device = device,
    };

    public bool IsAbout(Follow other) => (Who, Whom) == (other.Who, other.Whom);

    public bool Take(Follow told)
    {
        if ((At, State, Device).CompareTo((told.At, told.State, told.Device)) >= 0)
            return false;

        (At, State, Device) = (told.At, told.State, told.Device);
        return true;
    }

    public void MoveKey() => Key = FactKey.Of(Key);
}

internal static class FollowQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Follow> Follows => db.Set<Follow>();
    }

    extension(IQueryable<Follow> follows)
    {
        public IQueryable<Follow> InForce => follows.Where(x => x.State == FactState.Holds);
    }
}

internal sealed class FollowMapping : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).ValueGeneratedNever();
        builder.Property(x => x.State).HasConversion<byte>();
        builder.HasIndex(x => new { x.Who, x.At });
        builder.HasIndex(x => x.Whom);
        builder.HasIndex(x => new { x.Device, x.At }).HasFilter("Device <> 0");
        builder.HasIndex(x => x.At).HasFilter("State = 1");
    }
}
