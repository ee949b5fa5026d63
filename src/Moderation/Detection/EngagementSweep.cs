using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>How far a sweep is.</summary>
public enum SweepStage
{
    /// <summary>Device by device.</summary>
    Devices,

    /// <summary>Account by account: rhythm, and whose posts it turns up at.</summary>
    Accounts,

    /// <summary>All ties at once.</summary>
    Groups,

    Finished,
}

/// <summary>A place in a sweep: which, where in it, and the last key that was looked at.</summary>
public sealed record SweepPlace(long Sweep, SweepStage Stage, long After)
{
    /// <summary>Before all keys.</summary>
    public const long Start = long.MinValue;

    internal SweepPlace Next(SweepStage stage) => this with { Stage = stage, After = Start };
}

/// <summary>One pass over what was done lately, in search of engagement that is nobody's own.</summary>
internal sealed class EngagementSweep
{
    private EngagementSweep()
    {
    }

    public long Number { get; private init; }

    /// <summary>What was done from here on is left to the next one; in milliseconds since 1970.</summary>
    public long Until { get; private init; }

    public SweepStage Stage { get; private set; }

    public long After { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public SweepPlace Place => new(Number, Stage, After);

    public static EngagementSweep Begin(long number, DateTimeOffset now) => new()
    {
        Number = number,
        Until = now.ToUnixTimeMilliseconds(),
        After = SweepPlace.Start,
        StartedAt = now,
    };

    /// <summary>In milliseconds since 1970.</summary>
    public long Since(TimeSpan window) => Until - (long)window.TotalMilliseconds;

    public Result<Done> Advance(SweepPlace from, SweepPlace to, DateTimeOffset now)
    {
        if (Place != from)
            return DetectionErrors.SweepMoved;

        (Stage, After) = (to.Stage, to.After);
        FinishedAt = to.Stage is SweepStage.Finished ? now : null;
        return new Done();
    }
}

/// <summary>A tie that a sweep found, kept until it is over.</summary>
internal sealed class QuickTie
{
    private QuickTie()
    {
    }

    public long Sweep { get; private init; }

    public long From { get; private init; }

    public long To { get; private init; }

    public int Quick { get; private init; }

    public int Posts { get; private init; }

    public double Chance { get; private init; }

    public static QuickTie Of(long sweep, Tie tie) =>
        new() { Sweep = sweep, From = tie.From, To = tie.To, Quick = tie.Quick, Posts = tie.Posts, Chance = tie.Chance };
}

internal static class SweepQueries
{
    extension(ModerationDb db)
    {
        public DbSet<EngagementSweep> Sweeps => db.Set<EngagementSweep>();

        public DbSet<QuickTie> QuickTies => db.Set<QuickTie>();
    }
}

internal sealed class EngagementSweepMapping : IEntityTypeConfiguration<EngagementSweep>
{
    public void Configure(EntityTypeBuilder<EngagementSweep> builder)
    {
        builder.ToTable("EngagementSweeps");
        builder.HasKey(x => x.Number);
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.Ignore(x => x.Place);
    }
}

internal sealed class QuickTieMapping : IEntityTypeConfiguration<QuickTie>
{
    public void Configure(EntityTypeBuilder<QuickTie> builder)
    {
        builder.ToTable("QuickTies");
        builder.HasKey(x => new { x.Sweep, x.From, x.To });
    }
}
