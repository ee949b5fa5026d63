using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class CaseDraftTests
{
    private static readonly RulebookView.Effect Remove = new(OutcomeKind.Removed, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    private readonly CaseDraft draft = new(
    [
        new("fraud", GuidelineSet.Community, "Fraud", "", Severity.High, "F", false, [Remove, Remove with { Kind = OutcomeKind.Strike, On = OutcomeTarget.Author }], [], []),
        new("rec-bait", GuidelineSet.Recommendation, "Bait", "", Severity.Low, "E", false, [Remove with { Kind = OutcomeKind.Demoted, Weight = .3 }], [], []),
    ], SubjectKind.Content);

    [Fact]
    public void A_recommendation_guideline_brings_its_finding_and_its_outcomes()
    {
        draft.Choose("fraud");
        draft.Choose("rec-bait");

        Assert.Equal(FindingChoice.NotRecommendable, draft.Finding);
        Assert.Equal([OutcomeKind.Demoted], draft.Pressed);
    }

    [Fact]
    public void No_breach_needs_no_outcomes_and_is_about_the_rule_that_is_named_most()
    {
        draft.Find(FindingChoice.NoBreach);

        Assert.Equal(new CaseChoice("fraud", Finding.DoesNotViolate, "", 2), draft.Choice(2));
        Assert.Empty(draft.Pressed);
    }

    [Fact]
    public void What_the_rule_sets_is_left_to_the_rule()
    {
        draft.Choose("fraud");
        draft.Toggle(OutcomeKind.Strike);
        draft.Toggle(OutcomeKind.Strike);

        Assert.Null(draft.Outcomes);
    }

    [Fact]
    public void What_is_kept_of_the_rule_keeps_its_weight()
    {
        draft.Choose("rec-bait");
        draft.Toggle(OutcomeKind.Covered);

        Assert.Equal([(OutcomeKind.Covered, (double?)null), (OutcomeKind.Demoted, .3)], draft.Outcomes!.Select(x => (x.Kind, x.Weight)));
    }
}
