using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

public readonly record struct AbsenceId(Guid Value) : ITypedId<AbsenceId>
{
    public static AbsenceId Of(Guid value) => new(value);
}

/// <summary>A time in which somebody is not here and is handed nothing; begins and ends by itself.</summary>
internal sealed class Absence
{
    /// <summary>In days.</summary>
    public const int MaxDays = 366;

    private Absence()
    {
    }

    public AbsenceId Id { get; private init; }

    public StaffId Staff { get; private init; }

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset Until { get; private set; }

    public static Absence Plan(StaffId staff, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) =>
        new() { Id = new(Guid.CreateVersion7(now)), Staff = staff, From = from, Until = until };

    public bool Covers(DateTimeOffset instant) => From <= instant && instant < Until;

    public void End(DateTimeOffset now) => Until = now;
}

internal static class AbsenceQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>Those that are not over yet.</summary>
        public Task<List<Absence>> AbsencesFrom(DateTimeOffset now, CancellationToken ct) =>
            db.Set<Absence>().AsNoTracking().Where(x => x.Until > now).OrderBy(x => x.From).ToListAsync(ct);
    }
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.HasIndex(x => new { x.Staff, x.Until });
        builder.HasIndex(x => x.Until);
    }
}
