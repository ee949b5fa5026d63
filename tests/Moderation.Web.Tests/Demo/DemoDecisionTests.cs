using Moderation.Web.Demo;
using static Moderation.Web.Tests.Demo.DemoReading;

namespace Moderation.Web.Tests.Demo;

public sealed class DemoDecisionTests
{
    [Fact]
    public void Both_who_sign_in_as_members_have_something_to_read()
    {
        Assert.Equal(6, DecisionsAgainst("acc-nova.coinbloom").Count());
        Assert.Equal("fraud", Assert.Single(DecisionsAgainst("acc-mila.baktaart")).Guideline);
        Assert.True(Of("content").Count(x => Text(x, "authorId") is "acc-mila.baktaart" && Text(x, "kind") is not "comment") > 10);
    }

    [Fact]
    public void Past_decisions_fit_their_guideline_and_follow_what_they_judge()
    {
        var created = Of("content").DistinctBy(x => Text(x, "id")).ToDictionary(x => Text(x, "id")!, x => Time(x, "createdAt"));
        Assert.Equal(22, DemoNetwork.Decisions.Count);
        Assert.All(DemoNetwork.Decisions, x =>
        {
            Assert.Contains(x.Guideline, DemoReading.Guidelines);
            Assert.Contains(x.Finding, (string[])["violates", "doesNotViolate", "notRecommendable"]);
            Assert.Equal(x.Finding is "notRecommendable", x.Guideline.StartsWith("rec-", StringComparison.Ordinal));
            Assert.True(created[x.ContentId] < Now.AddDays(-x.DaysAgo), x.ContentId);
            Assert.InRange(x.DaysAgo, 1, 150);
        });
    }

    private static IEnumerable<DemoDecision> DecisionsAgainst(string account) => DemoNetwork.Decisions.Where(decision =>
        Of("content").Any(x => Text(x, "id") == decision.ContentId && Text(x, "authorId") == account));
}
