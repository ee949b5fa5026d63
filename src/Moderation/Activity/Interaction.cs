using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>
/// Something a viewer did with an item: a row each time it happened, or one row for what lasts. Subjects stand by their keys.
/// A row that says "undone" of what does not last takes back all of it up to its instant.
/// </summary>
internal sealed class Interaction : IFact<Interaction>
{
    private Interaction()
    {
    }

    public long Key { get; private set; }

    public long Who { get; private init; }

    public long What { get; private init; }

    public InteractionKind Kind { get; private init; }

    /// <summary>In milliseconds since 1970.</summary>
    public long At { get; private set; }

    public bool IsUndone { get; private set; }

    /// <summary>See <see cref="DeviceKeys"/>; 0 where none was told, and for what is only looking.</summary>
    public long Device { get; private set; }

    /// <summary>How much, in the unit of its kind: seconds, or a share from 0 to 1.</summary>
    public double? Value { get; private set; }

    public Surface? Surface { get; private set; }

    public static Interaction Of(InteractionTold told, long who, long what, long device)
    {
        var at = told.At.ToUnixTimeMilliseconds();
        return new()
        {
            Key = FactKey.Of((long)told.Kind, who, what, told.Kind.Lasts || told.Undone ? 0 : at),
            Who = who,
            What = what,
            Kind = told.Kind,
            At = at,
            IsUndone = told.Undone,
            Device = InteractionKinds.Engaging.Contains(told.Kind) ? device : 0,
            Value = told.Value,
            Surface = told.Surface,
        };
    }

    // One that happened is about its instant too; what lasts, or takes back, is not.
    public bool IsAbout(Interaction other) => (Who, What, Kind) == (other.Who, other.What, other.Kind)
        && (Kind.Lasts || IsUndone && other.IsUndone || IsUndone == other.IsUndone && At == other.At);

    public bool Take(Interaction told)
    {
        if (Rank.CompareTo(told.Rank) >= 0)
            return false;

        (At, IsUndone, Device, Value, Surface) = (told.At, told.IsUndone, told.Device, told.Value, told.Surface);
        return true;
    }

    public void MoveKey() => Key = FactKey.Of(Key);

    // The latest wins; at one instant undoing does, and the rest decides only so that the order of arrival does not.
    private (long, bool, long, double, int) Rank => (At, IsUndone, Device, Value ?? -1, (int?)Surface ?? -1);
}

internal static class InteractionQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Interaction> Interactions => db.Set<Interaction>();
    }

    extension(IQueryable<Interaction> interactions)
    {
        /// <summary>What counts as having done something: also what was undone later, but not the undoing of what happened.</summary>
        public IQueryable<Interaction> Engaging => interactions.Where(x => InteractionKinds.Engaging.Contains(x.Kind)
            && (!x.IsUndone || x.Kind == InteractionKind.Like || x.Kind == InteractionKind.Save));
    }
}

internal sealed class InteractionMapping : IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ToTable("Interactions");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).ValueGeneratedNever();
        // There are more of these than of anything else, so words are numbers here.
        builder.Property(x => x.Kind).HasConversion<byte>();
        builder.Property(x => x.Surface).HasConversion<byte?>();
        builder.HasIndex(x => new { x.Who, x.At, x.Kind, x.What });
        builder.HasIndex(x => x.At);
        // Who passed an item on, of which there are few beside all the rest; 4 is a reshare.
        builder.HasIndex(x => new { x.What, x.Who }).HasFilter("Kind = 4");
        builder.HasIndex(x => new { x.Device, x.At }).HasFilter("Device <> 0");
    }
}
