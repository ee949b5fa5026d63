using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>One judgement on many subjects.</summary>
    BatchDecision,

    /// <summary>Everything a bad rule decided is taken back.</summary>
    OverturnWhere,

    /// <summary>Outcomes in force become those of the rulebook in force.</summary>
    ApplyRulebook,

    /// <summary>Says who would be treated differently under another rulebook, and changes nothing.</summary>
    Rehearsal,

    /// <summary>A person gives or takes strikes by hand.</summary>
    StrikeChange,

    /// <summary>An account is closed.</summary>
    Disabling,

    /// <summary>What waits comes to the queues that ask for it now.</summary>
    Reroute,

    /// <summary>The copies of what a fact-check is about get its rating, or lose it.</summary>
    SpreadRating,

    /// <summary>Who shared what a fact-check is about is told of its rating, or that it does not count any more.</summary>
    TellSharers,
}

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>It waits for a second person.</summary>
    Proposed,

    /// <summary>It goes on by itself, whatever is killed meanwhile.</summary>
    Running,

    Done,

    /// <summary>Stopped by a person: what was done stays, the rest is left.</summary>
    Cancelled,

    /// <summary>The second person said no.</summary>
    Refused,
}

public readonly record struct RunId(Guid Value) : ITypedId<RunId>
{
    public static RunId Of(Guid value) => new(value);
}

/// <summary>
/// Something that is too much for one command, or too grave for one person. It is done a chunk at a time, each chunk one
/// command, so that it can be watched, cancelled, and goes on where it was after a crash.
/// </summary>
internal sealed class Run
{
    public const int MaxReasonLength = 2000;

    private Run()
    {
    }

    public RunId Id { get; private init; }

    public RunKind Kind { get; private init; }

    public RunState State { get; private set; }

    /// <summary>What is asked, as JSON of the room whose kind it is.</summary>
    public string What { get; private init; } = "";

    public string Reason { get; private init; } = "";

    /// <summary>Whether it is about a restricted guideline: for all but child-safety specialists it is not there.</summary>
    public bool IsRestricted { get; private init; }

    /// <summary>Who asked, as the audit names them.</summary>
    public string By { get; private init; } = "";

    public StaffId? ProposedBy { get; private init; }

    public StaffId? AgreedBy { get; private set; }

    /// <summary>Why the second person refused.</summary>
    public string? Refusal { get; private set; }

    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>It begins then, when the time to undo has passed.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How much there is to do, as counted when it was proposed.</summary>
    public long Total { get; private init; }

    /// <summary>How much of it was looked at.</summary>
    public long Looked { get; private set; }

    /// <summary>How much was changed, or would be.</summary>
    public long Changed { get; private set; }

    /// <summary>Where the next chunk begins; null at the start.</summary>
    public string? Cursor { get; private set; }

    /// <summary>What came of it, as JSON of the room whose kind it is.</summary>
    public string? Report { get; private set; }

    public bool IsOpen => State is RunState.Proposed or RunState.Running;

    /// <summary>One that needs a second person waits; another begins when its time to undo has passed.</summary>
    public static Run Propose(
        RunKind kind, string what, string reason, Actor by, long total, bool needsSecondPerson, TimeSpan grace, DateTimeOffset now,
        bool isRestricted = false) => new()
        {
            Id = new(Guid.CreateVersion7(now)),
            Kind = kind,
            State = needsSecondPerson ? RunState.Proposed : RunState.Running,
            What = what,
            Reason = reason,
            IsRestricted = isRestricted,
            By = AuditEntry.NameOf(by),
            ProposedBy = by is Actor.Staff(var id) ? id : null,
            ProposedAt = now,
            NotBefore = now + grace,
            Total = total,
        };

    public Result<Done> Agree(StaffId by, DateTimeOffset now)
    {
        if (State is not RunState.Proposed)
            return RunErrors.NotWaiting;
        if (by == ProposedBy)
            return RunErrors.SamePerson;

        (State, AgreedBy, NotBefore) = (RunState.Running, by, now);
        return new Done();
    }

    public Result<Done> Refuse(StaffId by, string reason, DateTimeOffset now)
    {
        if (State is not RunState.Proposed)
            return RunErrors.NotWaiting;
        if (by == ProposedBy)
            return RunErrors.SamePerson;

        (State, AgreedBy, Refusal, EndedAt) = (RunState.Refused, by, reason, now);
        return new Done();
    }

    public Result<Done> Cancel(DateTimeOffset now)
    {
        if (!IsOpen)
            return RunErrors.Ended;

        (State, EndedAt) = (RunState.Cancelled, now);
        return new Done();
    }

    /// <summary>A chunk was done.</summary>
    public void Advance(string cursor, long looked, long changed, string? report = null) =>
        (Cursor, Looked, Changed, Report) = (cursor, Looked + looked, Changed + changed, report ?? Report);

    /// <summary>It can do nothing more for now.</summary>
    public void Wait(DateTimeOffset until) => NotBefore = until;

    public void Finish(DateTimeOffset now) => (State, EndedAt) = (RunState.Done, now);
}

/// <summary>What a room does for its kind of run: a chunk a call, within one command; it advances the run, or finishes it.</summary>
internal interface IRunWork
{
    RunKind Kind { get; }

    Task Next(Run run, CancellationToken ct);

    /// <summary>Why this person, whose role would do, may not agree to it; null where they may.</summary>
    Task<Error?> Objection(Run run, StaffId by, CancellationToken ct) => Task.FromResult<Error?>(null);
}

/// <summary>A run was refused or cancelled; what waited for its end need not wait any more.</summary>
internal sealed record RunStopped(Run Run) : IEvent;

internal static class RunQueries
{
    extension(ModerationDb db)
    {
        public DbSet<Run> Runs => db.Set<Run>();
    }
}

internal sealed class RunMapping : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.ToTable("Runs");
        builder.Property(x => x.Reason).HasMaxLength(Run.MaxReasonLength);
        builder.Property(x => x.Refusal).HasMaxLength(Run.MaxReasonLength);
        builder.Property(x => x.By).HasMaxLength(TextId.MaxLength + 10);
        builder.Property(x => x.Cursor).HasMaxLength(TextId.MaxLength);
        builder.Ignore(x => x.IsOpen);
        builder.HasIndex(x => new { x.State, x.NotBefore });
    }
}
