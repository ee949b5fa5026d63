using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>How somebody who works here wants to work; theirs wherever they sign in.</summary>
internal sealed class StaffPreferences
{
    /// <summary>How long somebody may take to undo what they said, in seconds.</summary>
    public static readonly IReadOnlyList<int> UndoTimes = [10, 30, 60];

    private StaffPreferences()
    {
    }

    public StaffId Staff { get; private init; }

    public bool Blurred { get; private set; } = true;

    public bool Grey { get; private set; }

    /// <summary>Null for what the rulebook says.</summary>
    public int? UndoSeconds { get; private set; }

    public bool SingleLetters { get; private set; } = true;

    public List<ChosenKey> Keys { get; private set; } = [];

    public static StaffPreferences Of(StaffId staff) => new() { Staff = staff };

    public void Show(bool blurred, bool grey) => (Blurred, Grey) = (blurred, grey);

    public void UndoWithin(int? seconds) => UndoSeconds = seconds;

    public void Press(bool singleLetters, IEnumerable<ChosenKey> keys) =>
        (SingleLetters, Keys) = (singleLetters, [.. keys.Where(x => KeyMap.Defaults[x.Act] != x.Key).OrderBy(x => x.Act)]);
}

internal static class PreferenceQueries
{
    extension(ModerationDb db)
    {
        public DbSet<StaffPreferences> Preferences => db.Set<StaffPreferences>();

        /// <summary>Those of this person, to be changed.</summary>
        public async Task<StaffPreferences> PreferencesOf(StaffId staff, CancellationToken ct) =>
            await db.Set<StaffPreferences>().FindAsync([staff], ct) ?? db.Add(StaffPreferences.Of(staff)).Entity;
    }
}

internal sealed class StaffPreferencesMapping : IEntityTypeConfiguration<StaffPreferences>
{
    public void Configure(EntityTypeBuilder<StaffPreferences> builder)
    {
        builder.ToTable("StaffPreferences");
        builder.HasKey(x => x.Staff);
        builder.Property(x => x.Keys).AsJson();
    }
}
