using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class KeptChoiceTests
{
    private static readonly RulebookView.Effect Remove = new(OutcomeKind.Removed, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    [Fact]
    public void What_was_chosen_is_chosen_again_after_a_reload()
    {
        var before = Draft();
        before.Choose("fraud");
        before.Toggle(OutcomeKind.Demoted);
        before.Detail(new Dictionary<OutcomeKind, OutcomeDetail> { [OutcomeKind.Demoted] = new(Weight: 0.3, Surfaces: [Surface.Feed], Territories: ["NL"]) });

        var after = Draft();
        KeptChoice.Read(KeptChoice.Of(before)!.Write())!.Restore(after);
        Assert.Equal(before.Choice(1), after.Choice(1));
        Assert.Equivalent(before.Outcomes, after.Outcomes);
    }

    [Fact]
    public void No_breach_stays_no_breach()
    {
        var before = Draft();
        before.Choose("fraud");
        before.Find(FindingChoice.NoBreach);

        var after = Draft();
        KeptChoice.Read(KeptChoice.Of(before)!.Write())!.Restore(after);
        Assert.Equal((FindingChoice.NoBreach, 0), (after.Finding, after.Pressed.Count));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"rule":"fraud","finding":"nonsense","pressed":[],"details":{}}""")]
    [InlineData("""{"rule":"fraud","finding":null,"pressed":null,"details":null}""")]
    public void What_we_did_not_write_chooses_nothing(string? json) => Assert.Null(KeptChoice.Read(json));

    [Fact]
    public void A_rule_that_is_no_more_is_not_chosen()
    {
        var draft = Draft();
        KeptChoice.Read("""{"rule":"no-more","finding":"violates","pressed":["removed"],"details":{}}""")!.Restore(draft);
        Assert.Null(draft.Rule);
    }

    private static CaseDraft Draft() => new(
        [new("fraud", GuidelineSet.Community, "Fraud", "Do not deceive.", Severity.High, "F", false, [Remove], [], [])], SubjectKind.Content);
}
