using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    Decision,
    Overturned,
    AppealReceived,
    AppealRuled,
    ReportResolved,

    /// <summary>Newer rules were applied to what was decided before.</summary>
    RulesChanged,

    /// <summary>A limit ends within a day.</summary>
    Reminder,

    /// <summary>A course lifts a first warning.</summary>
    WarningLifted,

    /// <summary>What kept something from being recommended is mended or gone.</summary>
    Mended,

    /// <summary>What became of a dispute about a fact-checker's rating.</summary>
    Dispute,
}

/// <summary>What a member is told. Once made available it stays; a correction follows it, and only what it quotes may go.</summary>
internal sealed class Notice
{
    private Notice()
    {
    }

    public NoticeId Id { get; private init; }

    public AccountId AccountId { get; private init; }

    /// <summary>1, 2, 3 ... within its account.</summary>
    public long Sequence { get; private init; }

    public NoticeKind Kind { get; private init; }

    public string Title { get; private init; } = "";

    public string Body { get; private set; } = "";

    /// <summary>The decisions it tells of.</summary>
    public List<Guid> Decisions { get; private init; } = [];

    public AppealId? AppealId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public static Notice To(AccountId account, long sequence, NoticeDraft draft, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        AccountId = account,
        Sequence = sequence,
        Kind = draft.Kind,
        Title = draft.Title,
        Body = draft.Body,
        Decisions = [.. draft.Decisions.Select(x => x.Value)],
        AppealId = draft.Appeal,
        At = now,
    };

    public void Unquote() => Body = Unquoting.Unquoted(Body);

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>A notice before it is addressed.</summary>
internal sealed record NoticeDraft(NoticeKind Kind, string Title, string Body, IReadOnlyList<DecisionId> Decisions, AppealId? Appeal);

public readonly record struct NoticeId(Guid Value) : ITypedId<NoticeId>
{
    public static NoticeId Of(Guid value) => new(value);
}

internal static class NoticeQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(x => x.Title).HasMaxLength(500);
        builder.Property(x => x.Decisions).AsJson();
        builder.HasIndex(x => new { x.AccountId, x.Sequence }).IsUnique();
    }
}
