using Bunit;
using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.FactChecks;
using Moderation.Web.Tests.Review;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>A checker answers by keys, sees first what it would do, and says why.</summary>
public sealed class DisputePageTests : StaffContext
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly DateTimeOffset Filed = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private bool isAnswered;
    private Error? mayNot;
    private bool isAlone;

    [Fact]
    public async Task An_answer_needs_a_reason_and_a_correction_a_rating()
    {
        var page = Open();
        await Press(page, "2", Id, 0);
        Assert.Contains("That reaches 3 items", page.Markup, StringComparison.Ordinal);
        await page.Find("#reason").InputAsync("Some bolts were sold.");
        await Press(page, "Ctrl+Enter", Id, 0);
        Assert.Empty(Asked<AnswerDispute>());

        await page.FindAll(".m-tog").Single(x => x.TextContent is "Partly false").ClickAsync(new());
        await Press(page, "Ctrl+Enter", Id, 0);
        var sent = Assert.Single(Asked<AnswerDispute>());
        Assert.Equal((DisputeAnswer.Corrected, Rating.PartlyFalse, "Some bolts were sold."), (sent.Says, sent.Rating, sent.Reason));
        Assert.Contains("Answered by", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_nothing_is_sent()
    {
        var page = Open();
        await Press(page, "1", Id, 0);
        await Press(page, "Ctrl+Enter", Id, 0);

        Assert.Empty(Asked<AnswerDispute>());
        Assert.Contains("Say why", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_dispute_does_nothing()
    {
        var page = Open();
        await Press(page, "1", Other, 0);
        Assert.Empty(page.FindAll(".m-tog[aria-pressed=true]"));
    }

    [Fact]
    public void Ones_own_cannot_be_answered()
    {
        mayNot = DisputeErrors.Own;
        var page = Open();

        Assert.Empty(page.FindAll("textarea"));
        Assert.Contains("somebody else will answer it", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_one_follows_or_the_queue_says_that_none_waits()
    {
        isAnswered = true;
        var page = Open();
        await Press(page, "N", Id, 0);
        Assert.EndsWith($"/fact-checks/disputes/{Other}", Here, StringComparison.Ordinal);

        isAlone = true;
        page = Open();
        await Press(page, "N", Id, 0);
        Assert.EndsWith("/fact-checks/disputes?clear=1", Here, StringComparison.Ordinal);
    }

    [Fact]
    public void The_queue_names_what_is_late()
    {
        var page = Render<DisputeQueuePage>();
        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains("1 overdue", page.Find(".q-foot").TextContent, StringComparison.Ordinal);
        Assert.Contains("Overdue", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    protected override object Answer(object useCase) => useCase switch
    {
        DisputeFile => Ok(File()),
        DisputeQueue => Ok(new DisputeQueue.Answer(isAlone ? [Row(Id)] : [Row(Id), Row(Other)], isAlone ? 1 : 2, 1, 0)),
        AnswerDispute x => Done(x),
        _ => throw new InvalidOperationException($"{useCase} was not expected."),
    };

    private Result<AnswerDispute.Answer> Done(AnswerDispute asked)
    {
        isAnswered = true;
        return new AnswerDispute.Answer(asked.Dispute, DisputeState.Answered, asked.Says, asked.Rating, [], null);
    }

    private static DisputeQueue.Row Row(Guid id) => new(
        new(id), new(Guid.NewGuid()), "The mayor sold the bolts.", "Harbour Checks", Rating.False, "mila", Filed, Filed.AddHours(24), id == Id ? DisputeState.Overdue : DisputeState.Filed);

    private DisputeFile.Answer File() => new(
        new(Id), isAnswered ? DisputeState.Answered : DisputeState.Filed, "mila", "The minutes say so.", ["https://archive.example/minutes"], Rating.False, Filed, Filed.AddHours(24),
        new(new(Guid.NewGuid()), "The mayor sold the bolts.", "https://checks.example/1", "Harbour Checks", "False", Rating.False, null, null, null),
        new(new("post-1"), ContentKind.Post, Filed, "en", "Sold!", [], "", 1, Gone: false), 3, IsCopy: false, mayNot,
        isAnswered ? DisputeAnswer.Corrected : null, isAnswered ? "Some bolts were sold." : null, isAnswered ? "avocet" : null, isAnswered ? Filed.AddHours(2) : null);

    private IRenderedComponent<DisputePage> Open() => Render<DisputePage>(x => x.Add(p => p.Id, Id));
}
