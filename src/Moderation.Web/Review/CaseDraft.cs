using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

/// <summary>What a preview belongs to: two that differ have different consequences.</summary>
public sealed record CaseChoice(string Guideline, Finding Finding, string Outcomes, int? Revision);

/// <summary>What a moderator has chosen and written so far; kept when the claim is lost.</summary>
public sealed class CaseDraft(IReadOnlyList<RulebookView.Rule> rules, SubjectKind subject)
{
    private static readonly HashSet<OutcomeKind> Nothing = [];
    private static readonly Dictionary<OutcomeKind, OutcomeDetail> NoDetails = [];

    public RulebookView.Rule? Rule { get; private set; }

    public FindingChoice? Finding { get; private set; }

    public IReadOnlySet<OutcomeKind> Pressed { get; private set; } = Nothing;

    /// <summary>What the rule sets.</summary>
    public IReadOnlySet<OutcomeKind> Defaults { get; private set; } = Nothing;

    public string Rationale { get; set; } = "";

    public string Deviation { get; set; } = "";

    /// <summary>What was said of a pressed outcome beyond the rule.</summary>
    public IReadOnlyDictionary<OutcomeKind, OutcomeDetail> Details { get; private set; } = NoDetails;

    public bool Differs => !Pressed.SetEquals(Defaults) || Pressed.Any(Details.ContainsKey);

    /// <summary>Null takes those of the rule.</summary>
    public IReadOnlyList<ChosenOutcome>? Outcomes => Differs ? [.. Pressed.Order().SelectMany(Chosen)] : null;

    /// <summary>Whether the rules in force have it, for this person.</summary>
    public bool Knows(string code) => rules.Any(x => x.Code == code);

    /// <summary>Takes a rule as it is: its own finding and its own outcomes.</summary>
    public void Choose(string? code)
    {
        Rule = rules.FirstOrDefault(x => x.Code == code);
        Find(Rule?.Set is GuidelineSet.Recommendation ? FindingChoice.NotRecommendable : FindingChoice.Violates);
    }

    /// <summary>A finding needs a rule it is about: without one, the first.</summary>
    public void Find(FindingChoice? finding)
    {
        Rule ??= rules is [var first, ..] ? first : null;
        Finding = finding;
        Defaults = Effects.Select(x => x.Kind).ToHashSet();
        (Pressed, Details) = (Defaults, NoDetails);
    }

    /// <summary>Says more of the outcomes than the rule does; what says nothing more is left to it.</summary>
    public void Detail(IReadOnlyDictionary<OutcomeKind, OutcomeDetail> details) =>
        Details = details.Where(x => !x.Value.SaysNothing).ToDictionary();

    public void Press(IReadOnlySet<OutcomeKind> kinds) => Pressed = kinds;

    public void Toggle(OutcomeKind kind) =>
        Pressed = Pressed.Contains(kind) ? Pressed.Except([kind]).ToHashSet() : Pressed.Append(kind).ToHashSet();

    /// <summary>Null until there is something to preview.</summary>
    public CaseChoice? Choice(int? revision) => Rule is null || Finding is null
        ? null
        : new(Rule.Code, Found, Differs ? string.Join(',', Pressed.Order().Select(x => $"{x}{Details.GetValueOrDefault(x)?.Said}")) : "", revision);

    private Finding Found => Finding switch
    {
        FindingChoice.NotRecommendable => Enforcement.Finding.NotRecommendable,
        FindingChoice.NoBreach => Enforcement.Finding.DoesNotViolate,
        _ => Enforcement.Finding.Violates,
    };

    private RulebookView.Effect NotRecommended => new(
        OutcomeKind.NotRecommended, subject is SubjectKind.Account ? OutcomeTarget.Author : OutcomeTarget.Content,
        SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    // What may not be recommended under a community guideline is only that; the preview has the last word.
    private IReadOnlyList<RulebookView.Effect> Effects => (Rule, Finding) switch
    {
        (null, _) or (_, null or FindingChoice.NoBreach) => [],
        ({ Set: GuidelineSet.Community }, FindingChoice.NotRecommendable) => [NotRecommended],
        ({ } rule, _) => subject is SubjectKind.Account ? rule.AccountOutcomes : rule.Outcomes,
    };

    private IEnumerable<ChosenOutcome> Chosen(OutcomeKind kind)
    {
        var (set, detail) = (Effects.Where(x => x.Kind == kind).ToList(), Details.GetValueOrDefault(kind));
        var chosen = set.Count == 0
            ? [new ChosenOutcome(kind)]
            : set.Select(x => new ChosenOutcome(
                kind, x.On, [.. x.Surfaces.Each()], kind is OutcomeKind.Demoted ? x.Weight : null, x.Audience, null, x.MinAge,
                x.Features.Count == 0 ? null : x.Features));
        return detail is null ? chosen : chosen.Select(detail.Over);
    }
}
