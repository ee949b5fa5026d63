using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>Something measured of one revision of an item, by the host or by a look into the file.</summary>
internal sealed class RecordedFact
{
    /// <summary>In characters.</summary>
    public const int MaxSourceLength = 100;

    private RecordedFact()
    {
    }

    public ContentId ContentId { get; private init; }

    public int Revision { get; private init; }

    /// <summary>The id of the picture, video or sound; empty for the item as a whole.</summary>
    public string Medium { get; private init; } = "";

    public ContentFact Fact { get; private init; }

    public double Measure { get; private set; }

    /// <summary>Who or what measured it.</summary>
    public string Source { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static RecordedFact Of(ContentId content, int revision, string medium, ContentFact fact) =>
        new() { ContentId = content, Revision = revision, Medium = medium, Fact = fact };

    public void Is(double measure, string source, DateTimeOffset now) => (Measure, Source, At) = (measure, source, now);
}

internal sealed class RecordedFactMapping : IEntityTypeConfiguration<RecordedFact>
{
    public void Configure(EntityTypeBuilder<RecordedFact> builder)
    {
        builder.ToTable("ContentFacts");
        builder.HasKey(x => new { x.ContentId, x.Revision, x.Medium, x.Fact });
        builder.Property(x => x.Medium).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Source).HasMaxLength(RecordedFact.MaxSourceLength);
    }
}
