using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

public readonly record struct NoteId(Guid Value) : ITypedId<NoteId>
{
    public static NoteId Of(Guid value) => new(value);

    public static bool operator >(NoteId one, NoteId other) => one.Value.CompareTo(other.Value) > 0;

    public static bool operator <(NoteId one, NoteId other) => other > one;
}

/// <summary>What a note is about.</summary>
public enum NoteOn
{
    Case,

    /// <summary>Its author's account: colleagues read it at every case of theirs.</summary>
    Account,
}

/// <summary>
/// What colleagues should know, and nobody else ever reads. Never changed; whoever wrote it may withdraw it while it is fresh, and that
/// they did so stays. It is as secret as what the case that it was written at is about.
/// </summary>
internal sealed class Note
{
    /// <summary>In characters.</summary>
    public const int MaxText = 4000;

    /// <summary>How long it may be withdrawn.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private Note()
    {
    }

    public NoteId Id { get; private init; }

    public NoteOn On { get; private init; }

    public CaseId CaseId { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public AccountId AccountId { get; private init; }

    public StaffId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Text { get; private set; } = "";

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static Note Write(Case @case, NoteOn on, string text, StaffId by, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        On = on,
        CaseId = @case.Id,
        SubjectKind = @case.SubjectKind,
        SubjectId = @case.SubjectId,
        AccountId = @case.AuthorId,
        By = by,
        At = now,
        Text = text,
    };

    public bool MayBeWithdrawn(StaffId by, DateTimeOffset now) => by == By && WithdrawnAt is null && ErasedAt is null && now < At + Fresh;

    public Result<Done> Withdraw(StaffId by, DateTimeOffset now)
    {
        if (by != By)
            return ReviewErrors.NotYourNote;
        if (!MayBeWithdrawn(by, now))
            return ReviewErrors.NoteStands;

        (Text, WithdrawnAt) = ("", now);
        return new Done();
    }
}

internal static class NoteQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Note> Notes => db.Set<Note>();

        public DbSet<Mention> Mentions => db.Set<Mention>();

        /// <summary>What colleagues wrote about somebody, or about one item, and whom they called to it. That they did stays.</summary>
        public async Task EraseNotes(SubjectRef about, DateTimeOffset now, CancellationToken ct)
        {
            var account = new AccountId(about.Id);
            var notes = about.Kind is SubjectKind.Account
                ? db.Notes.Where(x => x.AccountId == account)
                : db.Notes.Where(x => x.SubjectKind == about.Kind && x.SubjectId == about.Id);
            await db.Mentions.Where(x => notes.Any(y => y.Id == x.NoteId)).ExecuteDeleteAsync(ct);
            await notes.Where(x => x.ErasedAt == null).ExecuteUpdateAsync(x => x
                .SetProperty(n => n.Text, "")
                .SetProperty(n => n.ErasedAt, now)
                .SetProperty(n => EF.Property<long>(n, Conventions.Version), n => EF.Property<long>(n, Conventions.Version) + 1), ct);
        }
    }
}

internal sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("Notes");
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Text).HasMaxLength(Note.MaxText);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.CaseId, x.Id });
        builder.HasIndex(x => new { x.AccountId, x.On, x.Id });
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId });
    }
}
