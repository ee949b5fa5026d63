using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Recommendations;

/// <summary>A decision as far as rules on accounts look at it.</summary>
/// <param name="Outcomes">Those that were not taken back.</param>
internal sealed record DecisionSeen(
    DecisionId Id, AccountId Author, SubjectRef Subject, string Guideline, Finding Finding, DecisionState State, DecisionId? Cause, string? Ladder,
    string? Rule, int Version, bool IsByTerms, bool IsInterim, DateTimeOffset? PostedAt, DateTimeOffset MadeAt, IReadOnlyList<DecidedOutcome> Outcomes)
{
    /// <summary>Whether it follows from a rule on accounts.</summary>
    public bool IsRun => Cause is not null && Ladder is null;

    public static DecisionSeen Of(Decision x) => new(
        x.Id, x.AuthorId, x.Subject, x.Guideline, x.Finding, x.State, x.CauseId, x.Ladder, x.Rule, x.RulebookVersion,
        x.OrderId is null && x.Ground is DecisionGround.Terms, x.IsInterim, x.PostedAt, x.MadeAt, [.. x.Outcomes.Where(y => y.RetractedAt is null)]);

    /// <summary>What of it rules on accounts count.</summary>
    /// <param name="item">What it is on, where that is content that we know.</param>
    /// <param name="rulebook">By which it was made.</param>
    public IEnumerable<CauseCounted> Causes(ItemSeen? item, Rulebook rulebook)
    {
        if (State is not DecisionState.InForce || !IsByTerms || IsRun || Finding is Finding.DoesNotViolate)
            return [];

        return Cause is not null ? Bans()
            : RatingGround.Read(Guideline) is { } rating ? rulebook.RatingEffects.Any(x => x.Rating == rating && x.CountsToRepeat) ? [Lasting(AccountFact.Misinformation)] : []
            : [.. Withheld(item), .. Bans(), .. Found(rulebook)];
    }

    private IEnumerable<CauseCounted> Found(Rulebook rulebook)
    {
        if (IsInterim)
            yield break;

        yield return Lasting(AccountFact.InauthenticEngagement);
        if (Finding is not Finding.Violates)
            yield break;

        // What is too old to get a strike is no recent breach either.
        if (rulebook.Find(Guideline) is { } guideline && !(PostedAt < rulebook.LookBackFor(guideline, MadeAt)))
            yield return Lasting(AccountFact.Breaches);
        if (Subject.Kind is SubjectKind.Account)
            yield return Lasting(AccountFact.ViolentMovement);
    }

    // A deleted post is withheld no more; that it broke a rule, or was rated, stays.
    private IEnumerable<CauseCounted> Withheld(ItemSeen? item)
    {
        if (item is not { IsPost: true })
            yield break;

        foreach (var outcome in Outcomes.Where(x => x.Kind is OutcomeKind.NotRecommended && x.SubjectKind is SubjectKind.Content))
        {
            var to = Earliest(outcome.Until, outcome.EndedAt, item.DeletedAt);
            if (to <= outcome.From)
                continue;

            yield return new(AccountFact.Reposts, Id.Value, Guideline, item.Id, item.CreatedAt, outcome.From, to);
            // What only one surface or one choice of viewers leaves out is fit for the others.
            if (SurfaceSet.Recommending.Each().All(outcome.Surfaces.Contains) && outcome.Audience is not Audience.PoliticsLimited)
                yield return new(AccountFact.NotRecommendable, Id.Value, Guideline, item.Id, outcome.From, outcome.From, to);
        }
    }

    private IEnumerable<CauseCounted> Bans() =>
        from outcome in Outcomes
        where outcome.Kind is OutcomeKind.FeatureBlocked && outcome.Features.Contains(Feature.CreateAd)
        let to = Earliest(outcome.Until, outcome.EndedAt)
        where !(to <= outcome.From)
        select new CauseCounted(AccountFact.AdsBanned, Id.Value, Guideline, null, outcome.From, outcome.From, to);

    private CauseCounted Lasting(AccountFact fact) => new(
        fact, Id.Value, Guideline, Subject.Kind is SubjectKind.Content ? Subject.Id : null, MadeAt, MadeAt, null);

    private static DateTimeOffset? Earliest(params IEnumerable<DateTimeOffset?> ends) => ends.Min();
}

/// <summary>A content item as far as rules on accounts look at it.</summary>
internal sealed record ItemSeen(string Id, ContentKind Kind, DateTimeOffset CreatedAt, DateTimeOffset? DeletedAt)
{
    /// <summary>What counts among the latest posts of an account; comments and messages do not.</summary>
    public static readonly ContentKind[] Posts = [ContentKind.Post, ContentKind.Story, ContentKind.Reel, ContentKind.Profile];

    public bool IsPost => Posts.Contains(Kind);
}
