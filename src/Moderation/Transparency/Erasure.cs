using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Somebody's data is to be erased: what must stay while redress lasts goes when it has ended.</summary>
internal sealed class Erasure
{
    private Erasure()
    {
    }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Not looked at before.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static Erasure Of(SubjectRef subject, DateTimeOffset now) =>
        new() { SubjectKind = subject.Kind, SubjectId = subject.Id, AskedAt = now, NotBefore = now };

    public void Wait(DateTimeOffset until) => NotBefore = until;

    public void Finish(DateTimeOffset now) => DoneAt = now;
}

/// <summary>Remembers what is to be erased.</summary>
internal sealed class AskedErasures(ModerationDb db, TimeProvider clock) : IReactTo<ContentDeleted>, IReactTo<AccountDeleted>
{
    public Task React(ContentDeleted happened, CancellationToken ct) => Ask(SubjectRef.Of(happened.Content), happened.Erase, ct);

    public Task React(AccountDeleted happened, CancellationToken ct) => Ask(SubjectRef.Of(happened.Account), happened.Erase, ct);

    private async Task Ask(SubjectRef subject, bool erase, CancellationToken ct)
    {
        if (erase && await db.Set<Erasure>().FindAsync([subject.Kind, subject.Id], ct) is null)
            db.Add(Erasure.Of(subject, clock.GetUtcNow()));
    }
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("Erasures");
        builder.HasKey(x => new { x.SubjectKind, x.SubjectId });
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.DoneAt, x.NotBefore });
    }
}
