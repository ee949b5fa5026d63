using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>What a viewer may choose. Stored by number: new ones go to the end.</summary>
public enum ViewerChoiceKind
{
    CloseFriend,
    Mute,
    NotInterested,

    /// <summary>How much sensitive content to see; see <see cref="ViewerSetting"/>.</summary>
    Sensitivity,

    /// <summary>Whether to see political content of those one does not follow; see <see cref="ViewerSetting"/>.</summary>
    Politics,
}

/// <summary>What a setting is set to: the first three for sensitivity, the others for politics. Stored by number.</summary>
public enum ViewerSetting
{
    More,
    Standard,
    Less,
    Limit,
    Show,
}

/// <summary>A viewer's own choice, as the host last told. Subjects stand by their keys.</summary>
internal sealed class ViewerChoice : IFact<ViewerChoice>
{
    private ViewerChoice()
    {
    }

    public long Key { get; private set; }

    public long Viewer { get; private init; }

    /// <summary>The account or item it is about; 0 for settings.</summary>
    public long Target { get; private init; }

    public ViewerChoiceKind Kind { get; private init; }

    /// <summary>Null for what is about a target.</summary>
    public ViewerSetting? Setting { get; private set; }

    /// <summary>Since when it is so, in milliseconds since 1970.</summary>
    public long At { get; private set; }

    public FactState State { get; private set; }

    public static ViewerChoice Of(ChoiceTold told, long viewer, long target) => new()
    {
        Key = FactKey.Of((long)told.Choice, viewer, target),
        Viewer = viewer,
        Target = target,
        Kind = told.Choice,
        Setting = told.Setting,
        At = told.At.ToUnixTimeMilliseconds(),
        State = told.Undone ? FactState.Undone : FactState.Holds,
    };

    public bool IsAbout(ViewerChoice other) => (Viewer, Target, Kind) == (other.Viewer, other.Target, other.Kind);

    public bool Take(ViewerChoice told)
    {
        if (Rank.CompareTo(told.Rank) >= 0)
            return false;

        (At, State, Setting) = (told.At, told.State, told.Setting);
        return true;
    }

    public void MoveKey() => Key = FactKey.Of(Key);

    private (long, FactState, int) Rank => (At, State, (int?)Setting ?? -1);
}

internal static class ViewerChoiceQueries
{
    extension(ModerationDb db)
    {
        public DbSet<ViewerChoice> ViewerChoices => db.Set<ViewerChoice>();
    }
}

internal sealed class ViewerChoiceMapping : IEntityTypeConfiguration<ViewerChoice>
{
    public void Configure(EntityTypeBuilder<ViewerChoice> builder)
    {
        builder.ToTable("ViewerChoices");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).ValueGeneratedNever();
        builder.Property(x => x.State).HasConversion<byte>();
        builder.Property(x => x.Kind).HasConversion<byte>();
        builder.Property(x => x.Setting).HasConversion<byte?>();
        builder.HasIndex(x => x.Viewer);
        builder.HasIndex(x => x.Target).HasFilter("Target <> 0");
        builder.HasIndex(x => x.At).HasFilter("State = 1");
    }
}
