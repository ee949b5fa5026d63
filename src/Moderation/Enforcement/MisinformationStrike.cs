using System.Security.Cryptography;
using System.Text;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>What a rating that counts to repeat gives the author beside what it does to the post: a strike on a ladder of its own.</summary>
internal static class MisinformationStrike
{
    private static readonly OutcomeTemplate Template = new(OutcomeKind.Strike, OutcomeTarget.Author, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    /// <summary>However many checks rate a post, and however often they change their word: it is one and the same strike.</summary>
    public static Guid IdOf(string post) => new(SHA256.HashData(Encoding.UTF8.GetBytes(post)).AsSpan(0, 16));

    /// <summary>The strike of a decision that applies a rating; null where the rating, or this copy, does not count.</summary>
    public static DecidedOutcome? For(DecisionId decision, Judgement judgement, Rulebook rulebook, DateTimeOffset now)
    {
        if (judgement.Rated is not { } post || RatingGround.Read(judgement.Guideline) is not { } rating)
            return null;

        // A host whose clock runs ahead gives nobody a strike that begins tomorrow.
        var from = post.CountsFrom < now ? post.CountsFrom : now;
        if (!rulebook.RatingEffects.Any(x => x.Rating == rating && x.CountsToRepeat && x.Listing.Covers(from) && (x.StrikesEarlierCopies || !post.IsEarlierCopy)))
            return null;

        return DecidedOutcome.Of(
            decision, SubjectRef.Of(judgement.Author), judgement.Guideline, Template, [], rulebook.CombinedWeightFloor, from,
            rulebook.MisinformationWindowDays is { } days ? from.AddDays(days) : null, now, strikeWeight: 1);
    }
}
