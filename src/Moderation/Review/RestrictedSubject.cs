using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A subject that was once judged under a restricted guideline: whatever is said of it later, only specialists look.</summary>
internal sealed class RestrictedSubject
{
    private RestrictedSubject()
    {
    }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>Whether a decision in force locks it: then nobody else is shown what it says, not even its author.</summary>
    public bool IsQuarantined { get; private set; }

    public void Lock(bool isLocked) => IsQuarantined = isLocked;

    public static RestrictedSubject Of(SubjectRef subject) => new() { SubjectKind = subject.Kind, SubjectId = subject.Id };
}

internal sealed class RestrictedSubjects(ModerationDb db)
{
    public async Task<bool> Holds(SubjectRef subject, CancellationToken ct) =>
        await db.Set<RestrictedSubject>().FindAsync([subject.Kind, subject.Id], ct) is not null;

    public async Task Add(SubjectRef subject, CancellationToken ct)
    {
        if (!await Holds(subject, ct))
            db.Add(RestrictedSubject.Of(subject));
    }

    /// <summary>Marks one as locked, or as locked no longer.</summary>
    public async Task Lock(SubjectRef subject, bool isLocked, CancellationToken ct)
    {
        await Add(subject, ct);
        (await db.Set<RestrictedSubject>().FindAsync([subject.Kind, subject.Id], ct))!.Lock(isLocked);
    }
}

internal sealed class RestrictedSubjectMapping : IEntityTypeConfiguration<RestrictedSubject>
{
    public void Configure(EntityTypeBuilder<RestrictedSubject> builder)
    {
        builder.ToTable("RestrictedSubjects");
        builder.HasKey(x => new { x.SubjectKind, x.SubjectId });
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
    }
}
