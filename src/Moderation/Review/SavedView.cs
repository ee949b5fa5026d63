using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

public readonly record struct SavedViewId(Guid Value) : ITypedId<SavedViewId>
{
    public static SavedViewId Of(Guid value) => new(value);
}

/// <summary>A filter that somebody looks through often, under a name of their own.</summary>
internal sealed class SavedView
{
    public const int MaxNameLength = 60;

    /// <summary>So many stand beside each other; more nobody finds again.</summary>
    public const int MaxViews = 30;

    private SavedView()
    {
    }

    public SavedViewId Id { get; private init; }

    public StaffId Owner { get; private init; }

    public string Name { get; private set; } = "";

    public QueueFilter Filter { get; private init; } = QueueFilter.All;

    /// <summary>Its place among the owner's; gaps may stay.</summary>
    public int Place { get; private set; }

    public static SavedView Save(StaffId owner, string name, QueueFilter filter, int place, DateTimeOffset now) =>
        new() { Id = new(Guid.CreateVersion7(now)), Owner = owner, Name = name.Trim(), Filter = filter, Place = place };

    public void Rename(string name) => Name = name.Trim();

    public void PutAt(int place) => Place = place;
}

internal static class SavedViewQueries
{
    extension(ModerationDb db)
    {
        /// <summary>In their order.</summary>
        public IOrderedQueryable<SavedView> ViewsOf(StaffId owner) => db.Set<SavedView>().Where(x => x.Owner == owner).OrderBy(x => x.Place).ThenBy(x => x.Id);
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(x => x.Name).HasMaxLength(SavedView.MaxNameLength);
        builder.Property(x => x.Filter).AsJson();
        builder.HasIndex(x => new { x.Owner, x.Place });
    }
}
