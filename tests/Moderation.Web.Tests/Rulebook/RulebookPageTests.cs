using Bunit;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;
using Moderation.Web.Rulebook;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.Rulebook;

public sealed class RulebookPageTests : StaffContext
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);
    private Role role = Role.PolicyManager;

    [Fact]
    public void A_guideline_says_what_it_says_what_follows_and_how_it_was_used()
    {
        var page = Render<RulebookPage>(x => x.Add(p => p.Code, "spam"));

        Assert.Equal("Spam", page.Find("h1").TextContent);
        Assert.Contains("A breach counts for 2 strikes", page.Markup, StringComparison.Ordinal);
        Assert.Contains("version 2 · strike weight 1 → 2", page.Find(".m-time").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody decided by it in the last 24 months.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_said_so()
    {
        Assert.Contains("There is no such guideline", Render<RulebookPage>(x => x.Add(p => p.Code, "child-safety")).Markup, StringComparison.Ordinal);
        Assert.Empty(Asked<GuidelineHistory>());
    }

    [Fact]
    public void A_policy_manager_goes_back_to_an_earlier_version()
    {
        var page = Render<RulebookPage>();
        page.FindAll("button").Single(x => x.TextContent.StartsWith("Go back to it", StringComparison.Ordinal)).Click();
        page.Find("#back-why").Change("Too harsh.");
        page.Find(".rb-ask").Submit();

        Assert.Equal(new RollBackRulebook(1, "Too harsh."), Assert.Single(Asked<RollBackRulebook>()));
        Assert.StartsWith("http://localhost/drafts/", Here, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_only_reads_has_nothing_to_press()
    {
        role = Role.Moderator;
        Assert.Empty(Render<RulebookPage>().FindAll(".rb-versions button, .rb-versions a"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        RulebookView => Ok(new RulebookView.Book(2, "Default", At, [new("spam", GuidelineSet.Community, "Spam", "No spam.", Severity.Low, "S", false, [Removed], [], [])])),
        GuidelineHistory => Ok(new GuidelineHistory.Answer(
            "spam", "Spam", [new(2, At, false, Rule(2)), new(1, DateTimeOffset.UnixEpoch, false, Rule(1))], [new(new(2026, 11, 1), 0, 0)])),
        RulebookVersions => Ok(new RulebookVersions.Row[]
        {
            new(2, "Default", VersionState.InForce, At, null, At, null, null, "Stilt", "Dunlin", "Because."),
            new(1, "Default", VersionState.Superseded, DateTimeOffset.UnixEpoch, At, At, null, null, null, null, null),
        }),
        WhoAmI => Ok(new WhoAmI.Answer(Kestrel, null, "Kestrel", new HashSet<Role> { role })),
        RollBackRulebook => Ok(new DraftId(Guid.NewGuid())),
        _ => throw new InvalidOperationException(useCase.GetType().Name),
    };

    [Fact]
    public void The_tree_leads_to_each_guideline_and_says_which_is_open()
    {
        var link = Render<RulebookPage>(x => x.Add(p => p.Code, "spam")).Find(".rb-branches a");
        Assert.Equal(("/rulebook/spam", "page", "Spam"), (link.GetAttribute("href"), link.GetAttribute("aria-current"), link.TextContent));
    }

    [Fact]
    public void The_version_in_force_is_rehearsed_before_it_is_applied()
    {
        Assert.Equal("/rehearsals?draft=2", Render<RulebookPage>().FindAll(".rb-versions a").Single(x => x.TextContent.StartsWith("Apply", StringComparison.Ordinal)).GetAttribute("href"));
    }

    private static RulebookView.Effect Removed => new(OutcomeKind.Removed, OutcomeTarget.Content, SurfaceSet.All, 1, null, [], Audience.Everyone, null);

    private static GuidelineHistory.Rule Rule(int weight) =>
        new(GuidelineSet.Community, "Spam", "No spam.", Severity.Low, weight, false, false, 90, 4, 6, [Removed], []);
}
