using AngleSharp.Dom;
using Bunit;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;
using Moderation.Web.Members;

namespace Moderation.Web.Tests.Members;

public sealed class DecisionPageTests : MemberContext
{
    private static readonly DecisionId Id = new(Guid.Parse("0199d9a0-0000-7000-8000-000000000001"));
    private static readonly DecisionFile.AppealView MayAppeal = new(true, Now.AddMonths(6), null, null, null, null, null, null, null, null);
    private static readonly DecisionFile.AppealView Appealed = MayAppeal with
    {
        CanAppeal = false,
        Id = new(Guid.NewGuid()),
        State = AppealState.InReview,
        Statement = "It was a raffle.",
        FiledAt = Now,
        DueAt = Now.AddDays(14),
    };

    [Fact]
    public void A_statement_over_2000_characters_is_not_sent()
    {
        var page = Draw(MayAppeal);
        page.Find("textarea").Input(new string('x', 2001));
        page.Find("form").Submit();

        Assert.DoesNotContain(Door.Asked, x => x.UseCase is FileAppeal);
        Assert.Equal("One character too many. Please make it shorter.", page.Find("#appeal-left").TextContent);
    }

    [Fact]
    public void A_refusal_is_said_in_words_and_the_draft_is_kept()
    {
        Answer<FileAppeal, FileAppeal.Answer>(AppealErrors.WindowClosed);
        var page = Draw(MayAppeal);
        page.Find("textarea").Input("It was a raffle.");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("The time to appeal this has ended.", page.Find("form [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("It was a raffle.", page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void What_is_filed_turns_into_its_progress()
    {
        Answer<FileAppeal, FileAppeal.Answer>(new FileAppeal.Answer(Appealed.Id!.Value, AppealState.Filed, Now.AddDays(14)));
        var page = Draw(MayAppeal);
        page.Find("textarea").Input("It was a raffle.");
        Answer<DecisionFile, DecisionFile.Answer>(File(Appealed));
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form")));
        Assert.Equal("It was a raffle.", Assert.IsType<FileAppeal>(Door.Asked.Single(x => x.UseCase is FileAppeal).UseCase).Statement);
        Assert.Contains("by 5 December 2026", page.Find(".m-progress").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ruling_stands_with_its_reason()
    {
        var page = Draw(Appealed with { State = AppealState.Ruled, Ruling = Ruling.Upheld, Reason = "It asked for money first.", ClosedAt = Now.AddDays(3) });

        Assert.Contains("It asked for money first.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("out-of-court body", page.Find(".m-block").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), x => x.TextContent == "Withdraw");
    }

    [Fact]
    public void After_the_window_it_says_where_one_can_still_go() => Assert.Contains(
        "You could appeal this until 1 November 2026.", Draw(MayAppeal with { CanAppeal = false, Until = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) })
            .Find(".m-note").TextContent, StringComparison.Ordinal);

    [Fact]
    public void What_newer_rules_made_of_it_is_said_and_what_ended_is_struck_through()
    {
        var file = File(MayAppeal);
        var removed = file.Outcomes[0] with { LiftedAt = Now.AddDays(3), Lifted = HowLifted.Ended };
        Answer<DecisionFile, DecisionFile.Answer>(file with { Outcomes = [removed, removed with { Kind = OutcomeKind.Demoted, From = Now.AddDays(3), LiftedAt = null, Lifted = null }] });
        var page = Render<DecisionPage>(x => x.Add(p => p.Id, Id.Value));

        Assert.Contains("Since 24 November 2026 newer rules apply to this: Shown lower.", page.Find(".m-note").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("We removed it.", page.Find(".m-reason").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_another_replaced_was_not_taken_back()
    {
        Answer<DecisionFile, DecisionFile.Answer>(File(MayAppeal with { CanAppeal = false }) with { State = DecisionState.Overridden });
        var page = Render<DecisionPage>(x => x.Add(p => p.Id, Id.Value));

        Assert.Contains("A later decision took the place of this one. What counts now", page.Find(".m-note").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("took this decision back", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fact-check.false", "1 strike for misinformation")]
    [InlineData("fraud", "1 strike")]
    public void A_strike_says_on_which_ladder_it_counts(string guideline, string words)
    {
        var file = File(MayAppeal);
        Answer<RatingRedress, RatingRedress.Answer>(new RatingRedress.Answer(IsRating: true));
        Answer<DecisionFile, DecisionFile.Answer>(file with { Guideline = guideline, Finding = guideline is "fraud" ? Finding.Violates : Finding.Rated, Outcomes = [file.Outcomes[0] with { Kind = OutcomeKind.Strike, On = SubjectRef.Of(Self) }] });
        Assert.Equal(words, Render<DecisionPage>(x => x.Add(p => p.Id, Id.Value)).Find(".m-chip span:last-child").TextContent);
    }

    private IRenderedComponent<DecisionPage> Draw(DecisionFile.AppealView appeal)
    {
        Answer<DecisionFile, DecisionFile.Answer>(File(appeal));
        return Render<DecisionPage>(x => x.Add(p => p.Id, Id.Value));
    }

    private static DecisionFile.Answer File(DecisionFile.AppealView appeal)
    {
        var post = SubjectRef.Of(new ContentId("post-1"));
        return new(
            Id, post, ContentKind.Post, Self, "nova", "fraud", "Fraud and scams", "Nobody may deceive people.", 1, 1, "", Finding.Violates, Automation.None, null, null,
            Now, DecisionState.InForce, null, null, null,
            [new(new(Guid.NewGuid()), OutcomeKind.Removed, post, [], 1, Audience.Everyone, [], null, [], Now, null, null)],
            new("We removed your post", [new("did", "What we did", "We removed it."), new("rule", "The rule", "It breaks the rule.")]), appeal, []);
    }
}
