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
        var known = await keys.KeysOf(happenings.Touched, ct);
        var (now, before) = (await TimelinesNow(ct), await TimelinesBefore([.. known.Values], ct));
        foreach (var subject in happenings.Touched)
            if (TimelineOf(now[subject]) is var timeline && timeline != before.GetValueOrDefault(known[subject], "[]"))
                changed.Add((subject, known[subject], timeline));

        if (changed.Count == 0)
            return;

        var version = await heads.Next(Heads.Standings);
        db.AddRange(changed.Select(x => StandingChange.Of(version, x.Key, x.Subject, x.Timeline, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }

    private async Task<ILookup<SubjectRef, DecidedOutcome>> TimelinesNow(CancellationToken ct)
    {
        var outcomes = new List<DecidedOutcome>();
        foreach (var (kind, ids) in happenings.Touched.InParts())
            outcomes.AddRange(await db.Outcomes.AsNoTracking()
                .Where(x => x.SubjectKind == kind && ids.Contains(x.SubjectId) && x.RetractedAt == null).ToListAsync(ct));
        return outcomes.ToLookup(x => x.Subject);
    }

    private async Task<Dictionary<long, string>> TimelinesBefore(IReadOnlyList<long> subjects, CancellationToken ct)
    {
        var before = new Dictionary<long, string>();
        foreach (var some in subjects.Chunk(Parts.Size))
            foreach (var last in await db.Set<StandingChange>().AsNoTracking().Where(x => some.Contains(x.SubjectKey)
                && !db.Set<StandingChange>().Any(y => y.SubjectKey == x.SubjectKey && y.CommitVersion > x.CommitVersion)).ToListAsync(ct))
                before[last.SubjectKey] = last.Timeline;
        return before;
    }

    private static string TimelineOf(IEnumerable<DecidedOutcome> outcomes) => JsonSerializer.Serialize(outcomes
        .Where(x => x.Kind is not (OutcomeKind.Strike or OutcomeKind.FeatureBlocked or OutcomeKind.Demonetised))
        .OrderBy(x => x.From).ThenBy(x => x.Id.Value)
        .Select(x => x.ForRanking() with { RetractedAt = null }), PipelineJson.Options);
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
