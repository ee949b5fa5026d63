using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>The cases of one queue in one language that ask for one skill.</summary>
internal sealed class Lane
{
    /// <summary>What no queue asks for.</summary>
    public const string Unrouted = "unrouted";

    public const string Escalated = "escalated";
    public const string Restricted = "restricted";

    /// <summary>Queues that are no rows.</summary>
    public static readonly string[] AlwaysThere = [Escalated, Restricted, Unrouted];

    private Lane()
    {
    }

    public long Id { get; private init; }

    public string Queue { get; private init; } = "";

    /// <summary>Empty where it is not known: anybody may read it.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Empty where none is asked.</summary>
    public string Skill { get; private init; } = "";

    public static Lane Of(string queue, string language, string skill) => new() { Queue = queue, Language = language, Skill = skill };

    /// <summary>The language alone: who reads Dutch reads it as written in Belgium.</summary>
    public static string LanguageOf(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() ?? "";
}

/// <summary>Somebody who may not take a case: its author, or who reported it.</summary>
internal sealed class CaseBar
{
    private CaseBar()
    {
    }

    public CaseId CaseId { get; private init; }

    public AccountId Account { get; private init; }

    public static CaseBar Against(AccountId account, CaseId @case) => new() { Account = account, CaseId = @case };
}

internal static class ReviewQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Case> Cases => db.Set<Case>();

        public DbSet<Lane> Lanes => db.Set<Lane>();

        public DbSet<CaseBar> CaseBars => db.Set<CaseBar>();
    }

    extension(IQueryable<Case> cases)
    {
        public IQueryable<Case> Waiting => cases.Where(x => x.Stage == CaseStage.Waiting);

        /// <summary>
        /// Those of low severity that were opened before and that nobody holds, keeps, asked about or promised to look at: no notice
        /// that goes ahead, nothing that waits because a decision was taken back.
        /// </summary>
        public IQueryable<Case> LeftWaiting(IReadOnlyCollection<long> lanes, DateTimeOffset before, DateTimeOffset now) => cases.Where(x =>
            lanes.Contains(x.LaneId) && x.Stage == CaseStage.Waiting && x.Severity == Severity.Low && x.LeadGuideline != null
            && x.OpenedAt < before && x.AvailableAt <= now && x.AssignedTo == null && (x.PausedAt == null || x.PausedUntil != null && x.PausedUntil <= now)
            && !x.IsEscalated && !x.IsRestricted && x.Question == null
            && (x.Sources & (CasePriority.Ahead | CaseSources.Overturn)) == CaseSources.None);

        /// <summary>A case whose clock stands still is never late.</summary>
        public IQueryable<Case> LateAt(DateTimeOffset now) =>
            cases.Where(x => x.DueAt <= now && (x.PausedAt == null || x.PausedUntil != null && x.PausedUntil <= now));

        public IQueryable<Case> HeldBy(StaffId holder, DateTimeOffset now) =>
            cases.Where(x => x.Stage == CaseStage.Waiting && x.Holder == holder && x.AvailableAt > now);

        /// <summary>Theirs to take, and nobody else's before they become available.</summary>
        public IQueryable<Case> KeptFor(StaffId person, DateTimeOffset now) =>
            cases.Where(x => x.Stage == CaseStage.Waiting && x.AssignedTo == person && x.AvailableAt > now);

        public IQueryable<Case> About(SubjectRef subject) =>
            cases.Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id);
    }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(x => x.Code).HasMaxLength(6);
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.Property(x => x.Language).HasMaxLength(35);
        builder.Property(x => x.Country).HasMaxLength(2);
        builder.Property(x => x.LeadGuideline).HasMaxLength(100);
        builder.Property(x => x.Sources).HasConversion<int>();
        builder.Property(x => x.Guidelines).AsJson();
        builder.Property(x => x.Question).HasMaxLength(EscalateCase.MaxQuestionLength);
        builder.Property(x => x.SnoozeReason).HasMaxLength(SnoozeCase.MaxReasonLength);
        builder.Property(x => x.KeptNote).HasMaxLength(HandOver.MaxNoteLength);
        builder.Property(x => x.Answer).HasMaxLength(AnswerEscalation.MaxAnswerLength);
        builder.Ignore(x => x.Subject);
        builder.HasIndex(x => new { x.LaneId, x.Stage, x.Priority, x.DueAt, x.Id }).IsDescending(false, false, true, false, false);
        // A guideline, or a severity, in the order of urgency: of a million that wait a rare one would else be looked for among all.
        builder.HasIndex(x => new { x.LaneId, x.Stage, x.LeadGuideline, x.Priority, x.DueAt, x.Id }).IsDescending(false, false, false, true, false, false);
        builder.HasIndex(x => new { x.LaneId, x.Stage, x.Severity, x.Priority, x.DueAt, x.Id }).IsDescending(false, false, false, true, false, false);
        builder.HasIndex(x => x.SnoozedUntil).HasFilter("SnoozedUntil IS NOT NULL");
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.Stage });
        // The last word on two first reports that come at once.
        builder.HasIndex(x => new { x.SubjectKind, x.SubjectId }, "OneWaitingCaseASubject").IsUnique().HasFilter("Stage = 'Waiting'");
        builder.HasIndex(x => new { x.Holder, x.Stage });
        builder.HasIndex(x => new { x.AssignedTo, x.Stage });
        builder.HasIndex(x => new { x.SnoozedBy, x.Stage });
        builder.HasIndex(x => new { x.EscalatedBy, x.Stage });
        // Figures count in the index alone, without reading a row.
        builder.HasIndex(x => new { x.LaneId, x.Stage, x.DueAt, x.OpenedAt, x.PausedAt, x.PausedUntil, x.LeadGuideline, x.IsRestricted });
        builder.HasIndex(x => x.Code);
        builder.HasIndex(x => new { x.OpenedAt, x.LaneId, x.LeadGuideline, x.IsRestricted });
        builder.HasIndex(x => new { x.OpenedAt, x.Id });
        builder.HasIndex(x => new { x.ClosedAt, x.Stage, x.LaneId, x.LeadGuideline, x.IsRestricted, x.Code, x.OpenedAt });
        builder.HasIndex(x => new { x.AuthorId, x.OpenedAt, x.Id });
    }
}

internal sealed class LaneMapping : IEntityTypeConfiguration<Lane>
{
    public void Configure(EntityTypeBuilder<Lane> builder)
    {
        builder.ToTable("Lanes");
        builder.Property(x => x.Queue).HasMaxLength(60);
        builder.Property(x => x.Language).HasMaxLength(35);
        builder.Property(x => x.Skill).HasMaxLength(60);
        builder.HasIndex(x => new { x.Queue, x.Language, x.Skill }).IsUnique();
    }
}

internal sealed class CaseBarMapping : IEntityTypeConfiguration<CaseBar>
{
    public void Configure(EntityTypeBuilder<CaseBar> builder)
    {
        builder.ToTable("CaseBars");
        builder.HasKey(x => new { x.CaseId, x.Account });
    }
}
