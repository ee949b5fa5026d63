using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>How far a draft is.</summary>
public enum DraftState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>It waits for a second person, and nobody may change it meanwhile.</summary>
    Proposed,

    /// <summary>A version was made from it.</summary>
    Published,

    Discarded,
}

public readonly record struct DraftId(Guid Value) : ITypedId<DraftId>
{
    public static DraftId Of(Guid value) => new(value);
}

/// <summary>A rulebook that is being written. It may be full of mistakes; what comes of it may not.</summary>
internal sealed class RulebookDraft
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int MaxSize = 5 * 1024 * 1024;

    public const int MaxNoteLength = 2000;

    private RulebookDraft()
    {
    }

    public DraftId Id { get; private init; }

    public string Name { get; private init; } = "";

    public string Json { get; private set; } = "";

    /// <summary>The version it began as; null for one that came as a file.</summary>
    public int? BasedOn { get; private init; }

    public StaffId MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public StaffId EditedBy { get; private set; }

    public DateTimeOffset EditedAt { get; private set; }

    public DraftState State { get; private set; }

    public StaffId? ProposedBy { get; private set; }

    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>From when it is to count; null for as soon as it is agreed to.</summary>
    public DateTimeOffset? ProposedFrom { get; private set; }

    /// <summary>What changes and why, in the proposer's words.</summary>
    public string? Note { get; private set; }

    public StaffId? RefusedBy { get; private set; }

    /// <summary>Why the last proposal was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The version that was made from it.</summary>
    public int? PublishedAs { get; private set; }

    /// <summary>Begins one from a text that need not be right yet.</summary>
    public static Result<RulebookDraft> Start(string name, string json, int? basedOn, StaffId by, DateTimeOffset now) =>
        Unfit(json) is { } unfit ? unfit : new RulebookDraft
        {
            Id = new(Guid.CreateVersion7(now)),
            Name = name,
            Json = json,
            BasedOn = basedOn,
            MadeBy = by,
            MadeAt = now,
            EditedBy = by,
            EditedAt = now,
        };

    /// <summary>Why a text cannot be kept at all; null where it can.</summary>
    public static Error? Unfit(string json) =>
        Encoding.UTF8.GetByteCount(json) > MaxSize ? DraftErrors.TooLarge
        // Half a surrogate pair cannot be stored as UTF-8.
        : json.EnumerateRunes().Any(x => x == Rune.ReplacementChar) && !json.Contains('\uFFFD', StringComparison.Ordinal)
            ? GuidelineErrors.Unreadable(Places.Whole)
        : null;

    public Result<Done> Edit(string json, StaffId by, DateTimeOffset now)
    {
        if (State is not DraftState.Draft)
            return DraftErrors.NotOpen;
        if (Unfit(json) is { } unfit)
            return unfit;

        (Json, EditedBy, EditedAt) = (json, by, now);
        return new Done();
    }

    public Result<Done> Discard()
    {
        if (State is not DraftState.Draft)
            return DraftErrors.NotOpen;

        State = DraftState.Discarded;
        return new Done();
    }

    public Result<Done> Propose(StaffId by, DateTimeOffset? from, string note, DateTimeOffset now)
    {
        if (State is not DraftState.Draft)
            return DraftErrors.NotOpen;
        if (from < now)
            return DraftErrors.FromPast;
        if (Mistaken() is { } mistaken)
            return mistaken;

        (State, ProposedBy, ProposedAt, ProposedFrom, Note, RefusedBy, Refusal) = (DraftState.Proposed, by, now, from, note, null, null);
        return new Done();
    }

    /// <summary>Why this person cannot be the second one; null where they can.</summary>
    public Error? BarsFromAgreeing(StaffId person) =>
        State is not DraftState.Proposed ? DraftErrors.NotProposed
        : person == ProposedBy || person == EditedBy ? DraftErrors.SamePerson
        : null;

    /// <summary>The version that comes of it.</summary>
    public Result<RulebookVersion> Agree(StaffId by, int number, DateTimeOffset now)
    {
        if (BarsFromAgreeing(by) is { } bar)
            return bar;
        if (Mistaken() is { } mistaken)
            return mistaken;

        return RulebookFile.Read(Json, number).Match<Result<RulebookVersion>>(
            ok: rulebook =>
            {
                (State, PublishedAs) = (DraftState.Published, number);
                return RulebookVersion.Publish(rulebook, this, by, ProposedFrom > now ? ProposedFrom.Value : now, now);
            },
            refused: x => x);
    }

    /// <summary>It may be written on. Whoever proposed it takes it back by the same act.</summary>
    public Result<Done> Refuse(StaffId by, string reason)
    {
        if (State is not DraftState.Proposed)
            return DraftErrors.NotProposed;

        (State, RefusedBy, Refusal, ProposedBy, ProposedAt, ProposedFrom) = (DraftState.Draft, by, reason, null, null, null);
        return new Done();
    }

    private Error? Mistaken() => RulebookFile.Check(Json) is [var first, ..] mistakes ? DraftErrors.Mistaken(mistakes.Count, first) : null;
}

internal sealed class DraftMapping : IEntityTypeConfiguration<RulebookDraft>
{
    public void Configure(EntityTypeBuilder<RulebookDraft> builder)
    {
        builder.ToTable("RulebookDrafts");
        builder.Property(x => x.Name).HasMaxLength(RulebookVersion.MaxNameLength);
        builder.Property(x => x.Note).HasMaxLength(RulebookDraft.MaxNoteLength);
        builder.Property(x => x.Refusal).HasMaxLength(RulebookDraft.MaxNoteLength);
        builder.HasIndex(x => new { x.State, x.EditedAt });
    }
}
