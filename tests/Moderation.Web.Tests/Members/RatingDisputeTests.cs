using Bunit;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Transparency;
using Moderation.Web.Members;

namespace Moderation.Web.Tests.Members;

/// <summary>On the page of a rated post two ways stand beside each other, and it is clear which is which.</summary>
public sealed class RatingDisputeTests : MemberContext
{
    private static readonly DecisionId Id = new(Guid.Parse("0199d9a0-0000-7000-8000-000000000002"));
    private static readonly RatingRedress.Answer MayDispute = new(true, CanDispute: true, Now.AddDays(30), 24, "Harbour Checks", "https://checks.example/1");
    private static readonly DisputeProgress.Answer Filed = new(
        new(Guid.NewGuid()), new(Guid.NewGuid()), Id, new("post-1"), Self, DisputeState.Filed, Rating.False, "Harbour Checks", "The minutes say so.", [], Now, Now.AddHours(24), null, null, null);

    [Fact]
    public void It_says_which_way_is_for_what()
    {
        var page = Draw(MayDispute);

        Assert.Contains("Dispute it with the fact-checkers who gave it (Harbour Checks).", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Appeal to us: if you quote it to contradict it", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_filed_turns_into_its_progress_and_the_appeal_waits()
    {
        Answer<FileDispute, FileDispute.Answer>(new FileDispute.Answer(Filed.Id, DisputeState.Filed, Filed.DueAt));
        var page = Draw(MayDispute);
        Open(page);
        page.Find("#dispute-say").Input(" The minutes say so. ");
        page.Find("input[type=url]").Change("https://archive.example/minutes");
        Answer<RatingRedress, RatingRedress.Answer>(MayDispute with { CanDispute = false, Latest = Filed });
        Answer<DecisionFile, DecisionFile.Answer>(File(Waits));
        page.Find("#dispute-say").Closest("form")!.Submit();

        page.WaitForAssertion(() => Assert.Contains("have until 22 November 2026 to answer your dispute", page.Markup, StringComparison.Ordinal));
        var sent = Assert.IsType<FileDispute>(Door.Asked.Single(x => x.UseCase is FileDispute).UseCase);
        Assert.Equal(("The minutes say so.", "https://archive.example/minutes", Self), (sent.Statement, Assert.Single(sent.Links!), sent.Disputant));
        Assert.Contains("With the fact-checkers", page.Find(".m-progress").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://archive.example/")]
    [InlineData("It is right.", "http://archive.example/")]
    public void Without_words_or_with_a_bad_link_nothing_is_sent(string words, string link)
    {
        var page = Draw(MayDispute);
        Open(page);
        page.Find("#dispute-say").Input(words);
        page.Find("input[type=url]").Change(link);
        page.Find("#dispute-say").Closest("form")!.Submit();

        Assert.DoesNotContain(Door.Asked, x => x.UseCase is FileDispute);
        Assert.NotEmpty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void An_answer_stands_with_its_reason_and_nothing_is_left_to_withdraw()
    {
        var page = Draw(MayDispute with { CanDispute = false, Latest = Filed with { State = DisputeState.Answered, Says = DisputeAnswer.Upheld, Reason = "The minutes are of 2023.", ClosedAt = Now.AddHours(3) } });

        Assert.Contains("Harbour Checks looked again and stays with the rating.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The minutes are of 2023.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), x => x.TextContent == "Withdraw the dispute");
    }

    private static DecisionFile.AppealView MayAppeal { get; } = new(true, Now.AddMonths(6), null, null, null, null, null, null, null, null);

    private static DecisionFile.AppealView Waits { get; } = MayAppeal with { CanAppeal = false, WaitsUntil = Now.AddHours(24) };

    private static void Open(IRenderedComponent<DecisionPage> page) => page.FindAll("button").Single(x => x.TextContent == "Dispute the rating").Click();

    private IRenderedComponent<DecisionPage> Draw(RatingRedress.Answer redress)
    {
        Answer<RatingRedress, RatingRedress.Answer>(redress);
        Answer<DecisionFile, DecisionFile.Answer>(File(MayAppeal));
        return Render<DecisionPage>(x => x.Add(p => p.Id, Id.Value));
    }

    private static DecisionFile.Answer File(DecisionFile.AppealView appeal)
    {
        var post = SubjectRef.Of(new ContentId("post-1"));
        return new(
            Id, post, ContentKind.Post, Self, "nova", "fact-check.false", "False", "", 1, 1, "", Finding.Rated, Automation.Partial, null, null, Now, DecisionState.InForce, null, null, null,
            [new(new(Guid.NewGuid()), OutcomeKind.Labelled, post, [], 1, Audience.Everyone, [], null, [], Now, null, null)],
            new StatementOfReasons("Fact-checkers rated your post", []), appeal, []);
    }
}
