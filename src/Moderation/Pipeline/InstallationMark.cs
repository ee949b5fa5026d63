using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Moderation.Pipeline;

/// <summary>Says that some long work on this installation was begun and did not end yet, whatever was killed meanwhile.</summary>
internal sealed class InstallationMark
{
    public const int MaxNameLength = 40;

    private InstallationMark()
    {
    }

    public string Name { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    public static InstallationMark Set(string name, DateTimeOffset now) => new() { Name = name, Since = now };
}

internal sealed class InstallationMarkMapping : IEntityTypeConfiguration<InstallationMark>
{
    public void Configure(EntityTypeBuilder<InstallationMark> builder)
    {
        builder.ToTable("InstallationMarks");
        builder.HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(InstallationMark.MaxNameLength);
    }
}
