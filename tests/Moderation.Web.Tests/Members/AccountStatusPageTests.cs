using Bunit;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;
using Moderation.Web.Members;

namespace Moderation.Web.Tests.Members;

public sealed class AccountStatusPageTests : MemberContext
{
    private static readonly DecisionId Decision = new(Guid.Parse("0199d9a0-0000-7000-8000-000000000001"));
    private static readonly ExplainEligibility.Redress Open = new(true, Now.AddMonths(6), null);
    private static readonly Verdict Drop = Verdict.Allow with { Action = VerdictAction.Drop, Weight = 0 };

    [Fact]
    public void It_says_plainly_when_nothing_limits()
    {
        var page = Draw(Status([]));

        Assert.Equal("Nothing limits your account.", page.Find(".m-sum h2").TextContent);
        Assert.Contains("All 418 posts can appear everywhere", page.Find(".m-sum p").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".m-post"));
    }

    [Fact]
    public void A_removed_post_says_that_nobody_sees_it_and_leads_to_its_decision()
    {
        var post = Draw(Status([Limited(OutcomeKind.Removed, _ => Drop)], strikes: 1)).Find(".m-post");

        Assert.Equal("Nobody sees it, on any page", post.QuerySelector(".m-where")!.TextContent.Trim());
        Assert.Contains("counts as 1 strike until 21 November 2027", post.TextContent, StringComparison.Ordinal);
        Assert.All(post.QuerySelectorAll("a"), x => Assert.Equal($"/account/decisions/{Decision.Value}", x.GetAttribute("href")));
    }

    [Fact]
    public void What_is_not_recommended_is_still_seen_by_followers()
    {
        var where = Draw(Status([Limited(OutcomeKind.NotRecommended, x => SurfaceSet.Recommending.Contains(x) ? Drop : Verdict.Allow)]))
            .FindAll(".m-where > span").Select(x => x.TextContent.Trim());

        Assert.Equal(["Not recommended in Explore, Reels, Search and Hashtags", "Feed: your followers see it as normal", "Everywhere else: as normal"], where);
    }

    [Fact]
    public void What_is_shown_lower_says_by_how_much() => Assert.Contains(
        "Shown lower in Feed and Stories: counts for half",
        Draw(Status([Limited(OutcomeKind.Demoted, x => x is Surface.Feed or Surface.Stories ? Verdict.Allow with { Weight = .5 } : Verdict.Allow)]))
            .Find(".m-where").TextContent, StringComparison.Ordinal);

    [Fact]
    public void What_fell_with_something_else_is_nobodys_breach()
    {
        var page = Draw(Status([Limited(OutcomeKind.Removed, _ => Drop) with { DecisionId = null, DecisionIds = [], GuidelineTitle = "", Outcomes = [], Appeal = null }]));

        Assert.Contains("Nothing was decided about what you posted yourself.", page.Find(".m-post").TextContent, StringComparison.Ordinal);
        Assert.Contains("one hangs on something that is limited", page.Find(".m-sum").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.FindAll(".m-post a"));
    }

    [Fact]
    public void A_rating_is_told_in_its_word_and_as_nobodys_guideline()
    {
        var said = Draw(Status([Limited(OutcomeKind.Labelled, _ => Verdict.Allow) with { Rating = Rating.PartlyFalse, GuidelineTitle = "PartlyFalse" }])).Find(".m-post").TextContent;
        Assert.Contains("was rated “Partly false” by independent fact-checkers.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("guideline", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_nothing_is_named_by_what_it_is() => Assert.Contains(
        "Post comes under our guideline",
        Draw(Status([Limited(OutcomeKind.Labelled, _ => Verdict.Allow) with { Text = "" }])).Find(".m-post .txt").TextContent, StringComparison.Ordinal);

    [Fact]
    public void What_hangs_on_something_for_adults_says_from_whom_it_is_kept()
    {
        var page = Draw(Status([Limited(OutcomeKind.AgeLimited, _ => Verdict.Allow) with
        {
            DecisionId = null,
            DecisionIds = [],
            GuidelineTitle = "",
            Outcomes = [],
            Appeal = null,
            Otherwise = [new(Onlooker.Minor, Surface.Feed, Drop)],
        }]));
        Assert.Contains("18", page.Find(".m-where").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_on_the_account_comes_before_posts_and_takes_the_one_filled_button()
    {
        var page = Draw(Status([Limited(OutcomeKind.Removed, _ => Drop)]) with
        {
            AccountOutcomes = [new(OutcomeKind.FeatureBlocked, "fraud", [Feature.Live], Now, Now.AddDays(1), Decision, Open)],
        });

        Assert.StartsWith("Your account is limited.", page.Find(".m-sum h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("going live", page.Find(".m-limit").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(page.FindAll(".rz-primary")).Closest(".m-limit"));
        Assert.Contains("not until 22 November 2026", page.FindAll(".m-can li")[(int)Feature.Live].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_decision_does_to_the_account_is_told_and_contested_as_one()
    {
        var page = Draw(Status([]) with
        {
            AccountOutcomes =
            [
                new(OutcomeKind.Demoted, "account.misinformation", [], Now, Now.AddDays(90), Decision, Open),
                new(OutcomeKind.NotRecommended, "account.misinformation", [], Now, Now.AddDays(90), Decision, Open),
                new(OutcomeKind.NotRecommended, "account.recent-breach", [], Now, Now.AddDays(9), new(Guid.NewGuid()), Open),
            ],
        });

        var limits = page.FindAll(".m-limit");
        Assert.Equal(2, limits.Count);
        Assert.Contains("All your posts are shown lower. We do not recommend your account and posts to people who do not follow you. It holds until", limits[0].TextContent, StringComparison.Ordinal);
        Assert.All(limits, x => Assert.Single(x.QuerySelectorAll("a[href*=decisions]"), y => y.TextContent.StartsWith("Why", StringComparison.Ordinal)));
        Assert.Single(page.FindAll(".m-limit .rz-primary"));
    }

    [Theory]
    [InlineData(OutcomeKind.FeatureBlocked, Feature.Live, 1, "4 more strikes would take this away for 1 day: going live.")]
    [InlineData(OutcomeKind.FeatureBlocked, Feature.Post, 30, "4 more strikes, and you could not post for 30 days.")]
    [InlineData(OutcomeKind.Suspended, null, null, "4 more strikes would suspend your account until it is lifted.")]
    [InlineData(OutcomeKind.Disabled, null, null, "4 more strikes would close your account.")]
    public void More_strikes_than_one_are_said_by_their_number(OutcomeKind kind, Feature? feature, int? days, string words)
    {
        var status = Status([], strikes: 2);
        status = status with { Ladder = [.. status.Ladder, new(6, "Next", days, [kind], feature is { } one ? [one] : [])], StrikesToNextStep = 4 };
        var said = Draw(status).Find("[aria-label=Strikes]").TextContent;

        Assert.Contains("One more strike would take this away for 1 day: going live.", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Strikes_that_weigh_more_count_as_they_weigh()
    {
        var status = Status([], strikes: 1);
        status = status with { Strikes = [status.Strikes[0] with { Weight = 5 }], Ladder = [.. status.Ladder, new(8, "Next", null, [OutcomeKind.Disabled], [])], StrikesToNextStep = 3 };
        Assert.Contains("3 more strikes would close your account.", Draw(status).Find("[aria-label=Strikes]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_more_strike_is_the_next_step_it_is_said_once()
    {
        var said = Draw(Status([], strikes: 1) with { StrikesToNextStep = 1 }).Find("[aria-label=Strikes]").TextContent;
        Assert.Contains("One more strike would take this away for 1 day: going live.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("more strikes", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "One more while these count, and all that you post is shown lower and not recommended for 90 days.")]
    [InlineData(2, 1, "All that you post is shown less now. Each further one makes that last for 90 days from then on.")]
    public void Strikes_for_misinformation_stand_apart_with_their_ends_and_the_way_to_the_next_step(int strikes, int next, string words)
    {
        var rated = Enumerable.Range(0, strikes).Select(x => new AccountStatus.Strike(Decision, x == 0 ? "fact-check.false" : "fact-check.altered", "", Now.AddDays(x), Now.AddDays(90 + x))).ToArray();
        var page = Draw(Status([]) with { Misinformation = Rated(rated, next) });
        var said = page.Find("[aria-label='Strikes for misinformation']").TextContent;

        Assert.Contains("Rated false", said, StringComparison.Ordinal);
        Assert.Contains("counts since 21 November 2026", said, StringComparison.Ordinal);
        Assert.Contains("ends on 19 February 2027", said, StringComparison.Ordinal);
        Assert.Contains("counts for 90 days, also if you delete it", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Contains(strikes == 1 ? "One strike for misinformation counts." : "2 strikes for misinformation count.", page.Find(".m-sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("You have no strikes.", page.Find("[aria-label=Strikes]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("misinformation", Draw(Status([])).Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_rated_post_says_that_it_counts_and_breaks_no_rule()
    {
        var post = Draw(Status([Limited(OutcomeKind.Covered, _ => Verdict.Allow with { Action = VerdictAction.Cover })]) with
        {
            Misinformation = Rated([new(Decision, "fact-check.false", "", Now, Now.AddDays(90))], 1),
        }).Find(".m-post").TextContent;

        Assert.Contains("counts as 1 strike for misinformation until 19 February 2027", post, StringComparison.Ordinal);
        Assert.DoesNotContain("breaks the rule", post, StringComparison.Ordinal);
    }

    private static MisinformationStatus Rated(AccountStatus.Strike[] strikes, int next) => new(
        strikes, strikes.Length, strikes[0].Until, [new(1, "Warning", null, [], []), new(2, "All content lowered", 90, [OutcomeKind.Demoted, OutcomeKind.NotRecommended], [])],
        "All content lowered", next, 90);

    private IRenderedComponent<AccountStatusPage> Draw(AccountStatus.Answer status)
    {
        Answer<AccountStatus, AccountStatus.Answer>(status);
        return Render<AccountStatusPage>();
    }

    private static AccountStatus.Answer Status(AccountStatus.Post[] posts, int strikes = 0) => new(
        new(Self, "nova", null), Now, strikes == 0,
        [.. Enumerable.Range(0, strikes).Select(_ => new AccountStatus.Strike(Decision, "fraud", "Fraud and scams", Now, Now.AddYears(1)))],
        [], posts, 418, new(true, [], null), null, [new(1, "Warning", null, [], []), new(2, "Loss of one feature", 1, [OutcomeKind.FeatureBlocked], [Feature.Live])], []);

    private static AccountStatus.Post Limited(OutcomeKind kind, Func<Surface, Verdict> verdict)
    {
        var id = new ContentId("post-1");
        return new(
            id, ContentKind.Post, "Send 1, get 2.", null, Now, Enum.GetValues<Surface>().ToDictionary(x => x, verdict), Decision, [Decision], "Fraud and scams",
            [new(new(Guid.NewGuid()), kind, SubjectRef.Of(id), [], 1, Audience.Everyone, [], null, [], Now, null, null)], Automation.None, Open);
    }
}
