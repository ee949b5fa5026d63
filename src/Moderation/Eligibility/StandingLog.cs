using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>The whole new timeline of a subject whose standing changed. Applying a row twice is applying it once.</summary>
internal sealed class StandingChange
{
    private StandingChange()
    {
    }

    /// <summary>One a commit, in the order of commits, without gaps.</summary>
    public long CommitVersion { get; private init; }

    public long SubjectKey { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    /// <summary>Its outcomes that count for verdicts and are not taken back, as JSON.</summary>
    public string Timeline { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public static StandingChange Of(long version, long key, SubjectRef subject, string timeline, DateTimeOffset now) => new()
    {
        CommitVersion = version,
        SubjectKey = key,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        Timeline = timeline,
        At = now,
    };
}

/// <summary>Folds what was touched into the log that rankers' replicas follow.</summary>
internal sealed class WriteStandingLog(ModerationDb db, Heads heads, SubjectKeys keys, Happenings happenings, TimeProvider clock) : ICloseCommit
{
    public async Task Close(CancellationToken ct)
    {
        var changed = new List<(SubjectRef Subject, long Key, string Timeline)>();
        foreach (var subject in happenings.Touched)
        {
            var timeline = await TimelineOf(subject, ct);
            var key = await keys.KeyOf(subject, ct);
            var before = await db.Set<StandingChange>().AsNoTracking().Where(x => x.SubjectKey == key)
                .OrderByDescending(x => x.CommitVersion).Select(x => x.Timeline).FirstOrDefaultAsync(ct);
            if (timeline != (before ?? "[]"))
                changed.Add((subject, key, timeline));
        }

        if (changed.Count == 0)
            return;

        var version = await heads.Next(Heads.Standings);
        db.AddRange(changed.Select(x => StandingChange.Of(version, x.Key, x.Subject, x.Timeline, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }

    private async Task<string> TimelineOf(SubjectRef subject, CancellationToken ct)
    {
        var outcomes = await db.Outcomes.AsNoTracking().On(subject).Where(x => x.RetractedAt == null).ToListAsync(ct);
        return JsonSerializer.Serialize(outcomes
            .Where(x => x.Kind is not (OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Demonetised))
            .OrderBy(x => x.From).ThenBy(x => x.Id.Value)
            .Select(x => x.ForRanking() with { RetractedAt = null }), PipelineJson.Options);
    }
}

internal sealed class StandingChangeMapping : IEntityTypeConfiguration<StandingChange>
{
    public void Configure(EntityTypeBuilder<StandingChange> builder)
    {
        builder.ToTable("StandingChanges");
        builder.HasKey(x => new { x.CommitVersion, x.SubjectKey });
        builder.Property(x => x.SubjectId).HasMaxLength(TextId.MaxLength);
        builder.HasIndex(x => new { x.SubjectKey, x.CommitVersion });
    }
}
