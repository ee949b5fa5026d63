using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>How far a fact-check is.</summary>
public enum FactCheckState
{
    /// <summary>Its word and its number disagree, or its word is unknown: a person has to rate it. It changes nothing.</summary>
    Waiting,

    InForce,

    /// <summary>Nobody vouches for its publisher: it is kept and labels nothing.</summary>
    Unaccredited,

    Withdrawn,
}

/// <summary>What a fact-checker found of a claim.</summary>
internal sealed class FactCheck
{
    /// <summary>Somebody wrote about it: all the doubt there can be, short of a word that we can read.</summary>
    public const double DoubtWhileWaiting = CasePriority.HighestScore;

    private FactCheck()
    {
    }

    public FactCheckId Id { get; private init; }

    /// <summary>SHA-256 of its address and its claim, hexadecimal: the same check sent twice is one.</summary>
    public string Digest { get; private init; } = "";

    public ClaimReview Review { get; private set; } = default!;

    /// <summary>Null while it waits, and once it is withdrawn.</summary>
    public Rating? Rating { get; private set; }

    public FactCheckState State { get; private set; }

    public ReadingDoubt Doubt { get; private set; }

    public DateTimeOffset FiledAt { get; private init; }

    /// <summary>When its rating, as it is now, was given.</summary>
    public DateTimeOffset? RatedAt { get; private set; }

    /// <summary>Who of our fact-checkers gave that rating; null where it came with the check.</summary>
    public StaffId? RatedBy { get; private set; }

    /// <summary>While it waits: followers of the authors of what it names.</summary>
    public long Reach { get; private set; }

    /// <summary>While it waits: natural logarithm of the expected harm, 0 and up.</summary>
    public double Harm { get; private set; }

    /// <summary>The ground its decisions stand on; null where it labels nothing.</summary>
    public string? Ground => State is FactCheckState.InForce && Rating is { } rating ? RatingGround.Of(rating) : null;

    public static FactCheck File(ClaimReview review, string digest, Reading reading, bool binds, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Digest = digest,
        Review = review,
        Rating = reading.Rating,
        State = reading.Rating is null ? FactCheckState.Waiting : binds ? FactCheckState.InForce : FactCheckState.Unaccredited,
        Doubt = reading.Doubt,
        FiledAt = now,
        RatedAt = reading.Rating is null ? null : now,
    };

    public void SaidBy(StaffId? checker) => RatedBy = checker;

    public void Weigh(long reach) => (Reach, Harm) = (reach, DoubtedItem.HarmOf(reach, 0, DoubtWhileWaiting));

    /// <summary>A person looked at what could not be read.</summary>
    public Result<Done> Rate(Rating rating, bool binds, DateTimeOffset now)
    {
        if (State is not FactCheckState.Waiting)
            return FactCheckErrors.NotWaiting;

        (Rating, State, Doubt, RatedAt) = (rating, binds ? FactCheckState.InForce : FactCheckState.Unaccredited, ReadingDoubt.None, now);
        return default(Done);
    }

    /// <summary>The checker says otherwise, or nothing any more.</summary>
    public Result<FactCheckCorrection> Correct(Rating? rating, string reason, string by, DateTimeOffset now)
    {
        if (State is FactCheckState.Withdrawn)
            return FactCheckErrors.Withdrawn;
        if (State is FactCheckState.Waiting)
            return FactCheckErrors.Waiting;

        var correction = new FactCheckCorrection(FactCheckCorrectionId.New(now), Id, Rating, rating, reason, by, now);
        // The same word again is no new rating: who posted since the first could know it.
        (Rating, RatedAt) = (rating, rating == Rating ? RatedAt : now);
        if (rating is null)
            State = FactCheckState.Withdrawn;
        return correction;
    }
}

public readonly record struct FactCheckCorrectionId(Guid Value) : ITypedId<FactCheckCorrectionId>
{
    public static FactCheckCorrectionId Of(Guid value) => new(value);

    public static FactCheckCorrectionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>A checker took a rating back, or gave another.</summary>
/// <param name="After">Null where the check was withdrawn.</param>
/// <param name="By">Who says so, in the words of who sent it.</param>
internal sealed record FactCheckCorrection(FactCheckCorrectionId Id, FactCheckId FactCheckId, Rating? Before, Rating? After, string Reason, string By, DateTimeOffset At);

internal static class FactCheckQueries
{
    extension(ModerationDb db)
    {
        public DbSet<FactCheck> FactChecks => db.Set<FactCheck>();

        public DbSet<RatedItem> RatedItems => db.Set<RatedItem>();

        public DbSet<RatedKey> RatedKeys => db.Set<RatedKey>();
    }
}
