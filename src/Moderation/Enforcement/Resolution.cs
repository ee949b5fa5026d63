using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>From a judgement and the rulebook to outcomes that need nothing more.</summary>
internal static class Resolution
{
    /// <summary>The ground of what only holds until somebody has looked.</summary>
    public const string InterimGround = "interim";

    private static readonly TimeSpan LatestStart = TimeSpan.FromDays(3653);

    private static readonly OutcomeTemplate NotRecommended =
        new(OutcomeKind.NotRecommended, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    /// <summary>What the rule itself asks for.</summary>
    public static IReadOnlyList<OutcomeTemplate> DefaultsOf(Guideline guideline, Finding finding, SubjectKind subject) => finding switch
    {
        Finding.DoesNotViolate => [],
        Finding.NotRecommendable when guideline.Set is GuidelineSet.Community => subject is SubjectKind.Account
            ? [NotRecommended with { On = OutcomeTarget.Author }]
            : [NotRecommended],
        _ => [.. (subject is SubjectKind.Account ? guideline.AccountOutcomes : guideline.Outcomes).Select(x => x with { Kind = Locked(x.Kind, guideline) })],
    };

    public static Result<DecidedOutcome[]> For(
        DecisionId decision, Judgement judgement, Guideline guideline, Rulebook rulebook, DateTimeOffset now)
    {
        if (judgement.Finding is Finding.Violates && guideline.Set is GuidelineSet.Recommendation
            || judgement.Finding is Finding.Rated != RatingGround.Is(guideline.Code))
            return EnforcementErrors.FindingMismatch;
        if (judgement.Finding is Finding.Rated)
            return Rated(decision, judgement, guideline, rulebook, now);
        if (judgement.Finding is Finding.DoesNotViolate && judgement.Outcomes is { Count: > 0 })
            return EnforcementErrors.BadOutcome("What does not violate has no outcomes.");

        if (judgement.Finding is Finding.NotRecommendable && judgement.Outcomes?.Any(x => x.Kind is not (OutcomeKind.NotRecommended or OutcomeKind.Demoted)) is true)
            return EnforcementErrors.BadOutcome("What is only not recommendable can be withheld from recommendation or shown lower, nothing more.");

        var resolved = new List<DecidedOutcome>();
        foreach (var asked in judgement.Outcomes ?? DefaultsOf(guideline, judgement.Finding, judgement.Subject.Kind).Select(AsChosen))
        {
            var chosen = asked with { Kind = Locked(asked.Kind, guideline) };
            if (Mistake(chosen, judgement, guideline, now) is { } mistake)
                return EnforcementErrors.BadOutcome(mistake);
            if (chosen.Kind is OutcomeKind.Strike && (IsTooOld(judgement, guideline, rulebook, now) || judgement.Interim))
                continue;

            resolved.Add(Resolve(decision, judgement, chosen, guideline, rulebook, now));
        }

        return resolved.ToArray();
    }

    // A rating counts on some days and in some countries, and nobody chooses what it brings.
    private static DecidedOutcome[] Rated(DecisionId decision, Judgement judgement, Guideline rating, Rulebook rulebook, DateTimeOffset now)
    {
        var made = judgement.From ?? now;
        DecidedOutcome[] onPost = [.. from template in rating.Outcomes
                   let first = template.Listing.From is { } day && Start(day) > made ? Start(day) : made
                   let until = template.Listing.Until is { } end ? Start(end) : (DateTimeOffset?)null
                   where !(until <= first)
                   select DecidedOutcome.Of(decision, judgement.Subject, judgement.Guideline, template, [], rulebook.CombinedWeightFloor, first, until, now)];
        return MisinformationStrike.For(decision, judgement, rulebook, now) is { } strike ? [.. onPost, strike] : onPost;

        static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>Whether what was chosen differs from what the rule asks for.</summary>
    public static bool Deviates(Judgement judgement, Guideline guideline)
    {
        if (judgement.Outcomes is not { } chosen)
            return false;

        var rule = DefaultsOf(guideline, judgement.Finding, judgement.Subject.Kind);
        return !chosen.Select(x => Said(x with { Kind = Locked(x.Kind, guideline) }, rule)).Order(StringComparer.Ordinal)
            .SequenceEqual(rule.Select(x => Said(AsChosen(x), rule)).Order(StringComparer.Ordinal));
    }

    // All that makes an outcome reach further or less far; what is left out is as the rule has it.
    private static string Said(ChosenOutcome chosen, IReadOnlyList<OutcomeTemplate> rules)
    {
        var rule = rules.FirstOrDefault(x => x.Kind == chosen.Kind);
        return string.Join('|',
            chosen.Kind, chosen.Kind is OutcomeKind.Demoted ? chosen.Weight ?? rule?.Weight ?? HalfWeight : chosen.Weight,
            chosen.Surfaces is { } surfaces ? SurfaceSet.Of(surfaces) : rule?.Surfaces ?? SurfaceSet.All,
            chosen.Audience ?? rule?.Audience ?? Audience.Everyone, chosen.MinAge ?? rule?.MinAge,
            string.Join(',', (chosen.Features ?? rule?.Features ?? []).Order()),
            string.Join(',', chosen.Territories ?? []), chosen.From, chosen.Until);
    }

    /// <summary>What has passed the look-back gets no strike any more.</summary>
    public static bool IsTooOld(Judgement judgement, Guideline guideline, Rulebook rulebook, DateTimeOffset now) =>
        judgement.PostedAt < rulebook.LookBackFor(guideline, now);

    private static DecidedOutcome Resolve(
        DecisionId decision, Judgement judgement, ChosenOutcome chosen, Guideline guideline, Rulebook rulebook, DateTimeOffset now)
    {
        // A step of the ladder says all itself: the rule that was broken adds nothing to it.
        var rule = judgement.Cause is not null ? null : DefaultsOf(guideline, judgement.Finding, judgement.Subject.Kind).FirstOrDefault(x => x.Kind == chosen.Kind);
        var from = chosen.From ?? judgement.From ?? now;
        var until = chosen.Until
            ?? (chosen.Kind is OutcomeKind.Strike && rulebook.LadderInUse.Expiry.For(guideline.Severity) is { } counts ? from.AddDays(counts) : (DateTimeOffset?)null)
            ?? (rule?.Days is { } days ? from.AddDays(days) : null);
        if (judgement.Interim && from.AddHours(rulebook.Windows.InterimHours) is var end && !(until < end))
            until = end;

        var template = new OutcomeTemplate(
            chosen.Kind, TargetOf(chosen, judgement),
            chosen.Surfaces is { } surfaces ? SurfaceSet.Of(surfaces) : rule?.Surfaces ?? SurfaceSet.All,
            chosen.Kind is OutcomeKind.Demoted ? chosen.Weight ?? rule?.Weight ?? HalfWeight : 1,
            null,
            chosen.Features ?? rule?.Features ?? [],
            chosen.Audience ?? rule?.Audience ?? Audience.Everyone,
            chosen.MinAge ?? rule?.MinAge)
        { Where = chosen.Where };
        var subject = template.On is OutcomeTarget.Author ? SubjectRef.Of(judgement.Author) : judgement.Subject;
        return DecidedOutcome.Of(
            decision, subject, judgement.Interim ? InterimGround : judgement.Guideline, template, chosen.Territories ?? [], rulebook.CombinedWeightFloor, from, until, now,
            chosen.Kind is OutcomeKind.Strike ? judgement.StrikeWeight ?? guideline.StrikeWeight : 0, chosen.Kind is OutcomeKind.Strike && guideline.OneStrike);
    }

    private const double HalfWeight = 0.5;

    private static OutcomeTarget TargetOf(ChosenOutcome chosen, Judgement judgement) =>
        judgement.Subject.Kind is SubjectKind.Account || chosen.Kind.FallsOnAuthor()
            ? OutcomeTarget.Author
            : chosen.On ?? OutcomeTarget.Content;

    /// <summary>What a rule asks for, as somebody would choose it.</summary>
    public static ChosenOutcome AsChosen(OutcomeTemplate x) => new(
        x.Kind, x.On, [.. x.Surfaces.Each()], x.Kind is OutcomeKind.Demoted ? x.Weight : null, x.Audience, null, x.MinAge,
        x.Features.Count == 0 ? null : x.Features);

    private static string? Mistake(ChosenOutcome chosen, Judgement judgement, Guideline guideline, DateTimeOffset now) => chosen switch
    {
        { Kind: OutcomeKind.Quarantined } when !guideline.Restricted => "Quarantine is not something to ask for; it follows from a restricted guideline.",
        { On: OutcomeTarget.Content } when chosen.Kind.FallsOnAuthor() => $"'{chosen.Kind}' falls on the author, not on content.",
        { Kind: OutcomeKind.Removed or OutcomeKind.Quarantined or OutcomeKind.Covered or OutcomeKind.AgeLimited or OutcomeKind.Labelled }
            when judgement.Subject.Kind is SubjectKind.Account || chosen.On is OutcomeTarget.Author => $"'{chosen.Kind}' falls on content, not on an account.",
        { Weight: { } weight } when chosen.Kind is not OutcomeKind.Demoted || !(weight is > 0 and < 1) => "A weight is over 0 and below 1, and only a demotion has one.",
        { Surfaces: [] } => "An outcome counts on at least one surface.",
        { Kind: OutcomeKind.FeatureBlocked, Features: null or [] } => "Say which features are blocked.",
        { From: { } from } when from > now + LatestStart => "An outcome begins within ten years.",
        { Until: { } until } when until <= (chosen.From ?? now) => "An outcome ends after it begins.",
        { Territories: { } territories } when territories.Any(x => x is not { Length: 2 }) => "A territory is a country code of two letters.",
        { MinAge: < 1 or > 150 } => "An age is 1 to 150 years.",
        _ => null,
    };

    // What is removed under a restricted guideline is evidence: it is locked and kept.
    private static OutcomeKind Locked(OutcomeKind kind, Guideline guideline) =>
        kind is OutcomeKind.Removed && guideline.Restricted ? OutcomeKind.Quarantined : kind;

    private static bool FallsOnAuthor(this OutcomeKind kind) => kind is OutcomeKind.Strike or OutcomeKind.FeatureBlocked
        or OutcomeKind.Suspended or OutcomeKind.Disabled or OutcomeKind.Demonetised;
}
